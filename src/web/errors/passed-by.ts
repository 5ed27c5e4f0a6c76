/** A newer Concord has made of the database what this one may not serve on: whoever asks waits for the new one. */
export class PassedBy extends Error {}
