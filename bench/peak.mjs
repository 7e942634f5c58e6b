/** Preloaded into a measured process: leaves its peak memory in bytes in the file that MEASURE_PEAK names. */
import { writeFileSync } from "node:fs";

process.on("exit", () => writeFileSync(process.env.MEASURE_PEAK, String(process.resourceUsage().maxRSS * 1024)));
