/** The normal quantile of 0.975: half the width of a 95 % interval in standard errors. */
export const Z95 = 1.959963984540054
