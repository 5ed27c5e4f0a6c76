/**
 * Which machines an address that somebody named may lead to. Whoever names one must not be able to make Concord ask what only
 * Concord’s own network can reach.
 */
import { BlockList, isIP } from "node:net";

/**
 * What IANA keeps for special purposes, in IPv4: this machine, private networks, link-local (where clouds tell machines their
 * secrets), what providers share, tests, multicast; and the one public address at which a cloud does the same.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const closed4 = [
	"0.0.0.0/8",
	"10.0.0.0/8",
	"100.64.0.0/10",
	"127.0.0.0/8",
	"169.254.0.0/16",
	"172.16.0.0/12",
	"192.0.0.0/24",
	"192.0.2.0/24",
	"192.31.196.0/24",
	"192.52.193.0/24",
	"192.88.99.0/24",
	"192.168.0.0/16",
	"192.175.48.0/24",
	"198.18.0.0/15",
	"198.51.100.0/24",
	"203.0.113.0/24",
	"224.0.0.0/3",
	"168.63.129.16/32",
];

/** Of IPv6 only global unicast is open, and of that nothing that is for tests or leads on to an IPv4 address. */
const open6 = ["2000::/3"];
const closed6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48"];

/** Networks as the settings name them: `10.0.3.0/24`, `10.0.3.7`, or `loopback`. */
export function networksOf(list: readonly string[]): BlockList {
	const networks = new BlockList();
	for (const each of list.flatMap((name) =>
		name === "loopback" ? ["127.0.0.0/8", "::1"] : name,
	)) {
		const [address = "", bits] = each.split("/");
		const family = isIP(address) === 6 ? "ipv6" : "ipv4";
		networks.addSubnet(address, Number(bits ?? (family === "ipv6" ? 128 : 32)), family);
	}
	return networks;
}

const closedTo4 = networksOf(closed4);
const closedTo6 = networksOf(closed6);
const openTo6 = networksOf(open6);

/** What may be reached. */
export type MayReach = {
	/** Whether an address is one of a network that the operator allows. */
	isAllowed: (ip: string) => boolean;
	/** Whether anything may be sent to it. */
	isOpen: (ip: string) => boolean;
	/** Whether the operator allows any network: then also http may be named, which is for those alone. */
	allowsSome: boolean;
};

/**
 * @param allowed the networks that the operator allows
 * @param rehearsal where nothing else is reached: what is made up tells nobody outside
 */
export function mayReach(allowed: readonly string[], rehearsal: boolean): MayReach {
	const networks = networksOf(allowed);
	const isAllowed = (ip: string) => networks.check(ip, isIP(ip) === 6 ? "ipv6" : "ipv4");
	return {
		isAllowed,
		isOpen: (ip) => isAllowed(ip) || (!rehearsal && isPublic(ip)),
		allowsSome: allowed.length > 0,
	};
}

/** Whether an address is one of the internet that anybody can reach. */
export function isPublic(ip: string): boolean {
	switch (isIP(ip)) {
		case 4:
			return !closedTo4.check(ip, "ipv4");
		case 6:
			return openTo6.check(ip, "ipv6") && !closedTo6.check(ip, "ipv6");
		default:
			return false;
	}
}
