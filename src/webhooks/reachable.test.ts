import { expect, test } from "vitest";
import { isPublic, mayReach } from "./reachable.ts";

test.each([
	["this machine", "127.0.0.1"],
	["this machine, another way", "127.255.0.3"],
	["this machine in IPv6", "::1"],
	["no address", "0.0.0.0"],
	["no address in IPv6", "::"],
	["a private network", "10.1.2.3"],
	["a private network", "172.31.255.255"],
	["a private network", "192.168.0.10"],
	["what providers share", "100.100.100.200"],
	["link-local, where clouds tell secrets", "169.254.169.254"],
	["link-local in IPv6", "fe80::1"],
	["unique local", "fd00:ec2::254"],
	["the address at which Azure tells secrets", "168.63.129.16"],
	["the address at which Oracle tells secrets", "192.0.0.192"],
	["IPv4 inside IPv6", "::ffff:10.0.0.1"],
	["this machine inside IPv6", "::ffff:127.0.0.1"],
	["IPv4 behind NAT64", "64:ff9b::a00:1"],
	["IPv4 behind 6to4", "2002:a00:1::1"],
	["IPv4 behind Teredo", "2001:0:a00:1::1"],
	["multicast", "224.0.0.1"],
	["multicast in IPv6", "ff02::1"],
	["broadcast", "255.255.255.255"],
	["documentation", "203.0.113.7"],
	["documentation in IPv6", "2001:db8::1"],
	["no address at all", "example.org"],
])("%s is nobody’s to name: %s", (_, ip) => {
	expect(isPublic(ip)).toBe(false);
	expect(mayReach([], false).isOpen(ip)).toBe(false);
});

test.each(["93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])(
	"%s is of the internet",
	(ip) => {
		expect(isPublic(ip)).toBe(true);
	},
);

test("an operator allows networks, and those alone", () => {
	const { isOpen, isAllowed } = mayReach(["10.0.3.0/24", "fd12::/16", "192.168.7.1"], false);
	expect(["10.0.3.9", "fd12::5", "192.168.7.1"].map(isOpen)).toEqual([true, true, true]);
	expect(["10.0.4.9", "fd13::5", "192.168.7.2"].map(isOpen)).toEqual([false, false, false]);
	expect(isAllowed("93.184.215.14")).toBe(false);
	expect(isOpen("93.184.215.14")).toBe(true);
});

test("a rehearsal reaches what is allowed and nothing of the internet", () => {
	const { isOpen } = mayReach(["loopback"], true);
	expect(["127.0.0.1", "::1"].map(isOpen)).toEqual([true, true]);
	expect(["93.184.215.14", "10.0.0.1"].map(isOpen)).toEqual([false, false]);
});
