/** Lines are drawn in a box of this width, which is then stretched to the plot's. */
export const boxWidth = 1000;

/** Pixels need no more. */
export const tenths = (n: number): number => Math.round(n * 10) / 10;

/** Shares of the width need no more. */
export const fraction = (n: number): number => Math.round(n * 1e4) / 1e4;

/** A share of the width, as SVG has it. */
export const percent = (share: number): string => `${Math.round(share * 1e4) / 100}%`;
