import fc from "fast-check";

/**
 * Every run tries the same cases, so that whether the suite is green is no matter of luck. `SEED=7 npm test` tries
 * others.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 2021) });
