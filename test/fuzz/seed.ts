/** Property tests try the same values on every run, so only a code change can break them. `SEED=n` tries others. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 1) });
