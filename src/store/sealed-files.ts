/**
 * Bytes that come and go in parts, each sealed for its place, under a key of their own that is closed for their length: no
 * part can be changed, swapped for another, or taken away from the end.
 */
import { SealFault } from "../keys/faults.ts";
import { close, type Key, newKey, open, type Place, unwrap, wrap } from "../keys/sealed.ts";

/** Of each part but the last, in bytes. */
export const partSize = 256 * 1024;

/** Where bytes stand: the table of whatever they are of, and its identifier. */
export type PartsOf = { table: "file" | "download"; id: string };

/** The length of bytes that are all there; null while they arrive. */
type Length = number | null;

const keyPlace = ({ table, id }: PartsOf, length: Length): Place => [
	table,
	id,
	length ?? "arriving",
];
const partPlace = ({ table, id }: PartsOf, number: number): Place => [`${table}_part`, id, number];

/** A key for bytes that begin to arrive, or whose length is known, closed under another. */
export const wrapNewKey = (under: Key, of: PartsOf, length: Length = null): Buffer =>
	wrap(under, newKey(), keyPlace(of, length));

/** The same key, closed for another length or under another key. @throws SealFault 'damaged' */
export const rewrapKey = (
	wrapped: Uint8Array,
	of: PartsOf,
	from: { under: Key; length: Length },
	to: { under: Key; length: Length },
): Buffer =>
	wrap(to.under, unwrap(from.under, wrapped, keyPlace(of, from.length)), keyPlace(of, to.length));

/** @throws SealFault 'damaged' also where the bytes have another length */
export const openKey = (under: Key, wrapped: Uint8Array, of: PartsOf, length: Length): Key =>
	unwrap(under, wrapped, keyPlace(of, length));

/** @param number from 0 */
export const sealPart = (key: Key, of: PartsOf, number: number, content: Uint8Array): Buffer =>
	close(key, content, partPlace(of, number));

/** @throws SealFault 'damaged' */
export const openPart = (key: Key, of: PartsOf, number: number, sealed: Uint8Array): Buffer =>
	open(key, sealed, partPlace(of, number));

/**
 * The bytes of all parts, as they are asked for.
 *
 * @param find a part as it is kept
 * @throws SealFault 'damaged' where a part does not open, or is missing
 */
export async function* openParts(
	key: Key,
	of: PartsOf,
	length: Length,
	find: (number: number) => Promise<Uint8Array | undefined>,
): AsyncGenerator<Buffer> {
	let read = 0;
	for (let number = 0; length === null || read < length; number++) {
		const sealed = await find(number);
		if (!sealed && length === null) return;
		if (!sealed) throw new SealFault("damaged", "A part of a file is missing.");
		const part = openPart(key, of, number, sealed);
		read += part.length;
		yield part;
	}
}
