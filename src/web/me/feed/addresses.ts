/** Where a calendar program reads what somebody owes. Whoever knows the secret may. */
export const feedPath = (secret: string) => `/calendar-feed/${secret}.ics`;
