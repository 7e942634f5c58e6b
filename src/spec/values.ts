export function checkValues(_d: unknown, _c: unknown): void {}
