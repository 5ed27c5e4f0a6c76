/** What a report says of mail that came back. */
export type Bounce = {
	/**
	 * Identifiers in the report that may be of a mail of ours: the report has one of its own, which some servers
	 * write in the same form, and each server on the way may add its own.
	 */
	messageIds: string[];
	/** Such as 5.1.1, or 4.4.7 for what was tried until it was given up. */
	status: string;
};

/**
 * The message that came back, by a mail server's report that it could not be delivered for good.
 *
 * @param report as it came, RFC 3464: with the failed message or its headers
 * @returns undefined for anything else, such as a report of a delay
 * @see RFC 3464, section 2.3.3: "failed" is final, whatever the status
 */
export function readBounce(report: string): Bounce | undefined {
	const failed = /^Action:[ \t]*failed\b/im.test(report);
	const [, status] = /^Status:[ \t]*([45]\.\d{1,3}\.\d{1,3})/im.exec(report) ?? [];
	const messageIds = [
		...report.matchAll(/^Message-ID:\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/gim),
	].flatMap(([, id]) => id?.toLowerCase() ?? []);
	return failed && status && messageIds.length > 0
		? { messageIds: [...new Set(messageIds)], status }
		: undefined;
}
