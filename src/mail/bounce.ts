/**
 * The message that came back, by a mail server's report that it could not be delivered for good.
 *
 * @param report as it came, RFC 3464: with the failed message or its headers
 * @returns its identifier and the status, such as 5.1.1; undefined for anything else, such as a report of a delay
 * @see RFC 3464, section 2.3
 */
export function readBounce(
	report: string,
): { messageId: string; status: string } | undefined {
	const failed = /^Action:[ \t]*failed\b/im.test(report);
	const [, status] = /^Status:[ \t]*(5\.\d{1,3}\.\d{1,3})/im.exec(report) ?? [];
	const [messageId] = [
		...report.matchAll(
			/^Message-ID:\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/gim,
		),
	]
		.map(([, id]) => id?.toLowerCase())
		.filter((id) => id !== undefined);
	return failed && status && messageId ? { messageId, status } : undefined;
}
