/** Property tests try the same values on every run, so that a change breaks them and nothing else; `SEED=n` tries others. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 1) });
