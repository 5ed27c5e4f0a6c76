/** Where anybody works out a date. */
export const dueDatePath = "/due-date";
