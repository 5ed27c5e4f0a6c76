/** Where the hours are set in which people are reminded. */
export const reminderHoursPath = "/working-days/reminders";
