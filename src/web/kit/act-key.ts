import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { type FormValues, readForm } from "./form.ts";

export const isUuid = (text: string): boolean => z.uuid().safeParse(text).success;

/** A key for a form that is about to be shown. */
export const newActKey = (): string => randomUUID();

/** The key that a form was sent with. One that has lost it, such as after signing in again, counts as another form. */
export function actKeyOf(body: unknown): string {
	const given = body as { _key?: unknown; key?: unknown } | null;
	const key = given?._key ?? given?.key;
	return typeof key === "string" && isUuid(key) ? key : newActKey();
}

/** A digest of what was typed in a form: of two with one key, it tells a second click from another text. */
export function contentOf(body: unknown): string {
	const { values } = readForm(z.unknown(), body) as { values: FormValues };
	const typed = Object.entries(values)
		.filter(([name]) => !name.startsWith("_"))
		.sort(([one], [other]) => (one < other ? -1 : 1));
	return createHash("sha256").update(JSON.stringify(typed)).digest("base64url");
}
