/** A certificate that vouches for itself, for a server of a test: made for it, so that no key stands in the repository. */
import { generateKeyPairSync, sign } from "node:crypto";

/** One value of ASN.1 in DER. @see ITU-T X.690 */
function der(tag: number, ...parts: Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	const { length } = content;
	const head =
		length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.of(tag, ...head), content]);
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const object = (...bytes: number[]) => der(0x06, Buffer.from(bytes));
const time = (digits: string) => der(0x18, Buffer.from(digits));

const ecdsaWithSha256 = sequence(object(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const commonName = object(0x55, 0x04, 0x03);
const alternativeNames = object(0x55, 0x1d, 0x11);

/** @param host the name that it is for, which holds until 2099 @see RFC 5280 */
export function certificateFor(host: string): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const name = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(host)))));
	const names = sequence(der(0x82, Buffer.from(host)));
	const told = sequence(
		der(0xa0, der(0x02, Buffer.of(2))),
		der(0x02, Buffer.of(1)),
		ecdsaWithSha256,
		name,
		sequence(time("20200101000000Z"), time("20990101000000Z")),
		name,
		publicKey.export({ type: "spki", format: "der" }),
		der(0xa3, sequence(sequence(alternativeNames, der(0x04, names)))),
	);
	const signature = der(0x03, Buffer.of(0), sign("sha256", told, privateKey));
	const certificate = sequence(told, ecdsaWithSha256, signature).toString("base64");
	return {
		key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
	};
}
