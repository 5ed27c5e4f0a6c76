/** Where the protocol in force is read. */
export const protocolPath = "/protocol";
