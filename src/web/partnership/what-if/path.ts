/** The page that answers “if this happens then, what is due when?”. */
export const whatIfPath = "/what-if";
