/** A file operation that failed for a reason outside the program, in words for the user. */
export class DiskError extends Error {
  constructor(
    message: string,
    /** What the user can do about it. */
    readonly hint?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "DiskError";
  }
}

/** Runs a file operation; an error becomes a DiskError that names the operation: `cannot write "a/b.md": …`. */
export function tryDisk<T>(attempt: string, path: string, operation: () => T): T {
  try {
    return operation();
  } catch (error) {
    throw new DiskError(`cannot ${attempt} "${path}": ${reasonOf(error)}`, undefined, { cause: error });
  }
}

/** Why a file operation failed, in plain words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return reasons.get(code) ?? (code === "" ? String(error) : `the system reports ${code}`);
}

/** The system's error code (`ENOENT`), or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EROFS", "the file system is read-only"],
  ["ENOSPC", "no space is left on the disk"],
  ["EDQUOT", "the disk quota is used up"],
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "a part of its path is a file"],
  ["EEXIST", "a file already exists there"],
  ["ENOENT", "it does not exist"],
  ["ELOOP", "its symbolic links lead in a circle"],
  ["EMFILE", "too many files are open"],
  ["ENAMETOOLONG", "the path is too long"],
  ["ERR_INVALID_ARG_VALUE", "the path has a null character"],
  ["EBUSY", "another program uses it"],
  ["ENOTEMPTY", "the folder is not empty"],
]);
