/**
 * How often one address may try to sign in: give it to the route as `config.rateLimit`.
 * Guessing passwords becomes hopeless, a shared office connection does not notice.
 */
export const signInLimit = { max: 20, timeWindow: "1 minute" } as const;
