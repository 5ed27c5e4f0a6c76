import { isIPv6 } from "node:net";

/** An internet address as it is counted: of IPv6 the first half, for whoever has one address has all of its second. */
export function addressCounted(ip: string): string {
	if (!isIPv6(ip) || ip.includes(".")) return ip;
	const [first = "", rest] = ip.split("::");
	const left = first.split(":").filter(Boolean);
	const right = rest?.split(":").filter(Boolean) ?? [];
	const zeros = Array(Math.max(0, 8 - left.length - right.length)).fill("0");
	return [...left, ...zeros, ...right].slice(0, 4).join(":");
}
