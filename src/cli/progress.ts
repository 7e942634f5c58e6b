import { printable } from "../diagnostics/printable.js";
import { grouped } from "../diagnostics/numbers.js";
import type { Terminal } from "./terminal.js";

/** Shows the progress of a run that takes longer than a moment. */
export interface Progress {
  phase(phase: string, target?: string): void;
  page(): void;
  end(): void;
}

export function watchProgress({ status }: Terminal): Progress {
  const started = performance.now();
  let shown = started + 400;
  let doing = "";
  let pages = 0;
  const show = (): void => {
    const now = performance.now();
    if (now < shown) return;
    shown = now + 100;
    status(pages === 0 ? `${doing}…` : `${doing}… ${grouped(pages)}`);
  };
  return {
    phase(phase, target) {
      doing = target === undefined ? phase : `${phase} ${printable(target)}`;
      show();
    },
    page() {
      pages++;
      show();
    },
    end: () => status(""),
  };
}
