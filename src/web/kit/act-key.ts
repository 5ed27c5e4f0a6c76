import { randomUUID } from "node:crypto";
import { z } from "zod";

export const isUuid = (text: string): boolean => z.uuid().safeParse(text).success;

/** A key for a form that is about to be shown. */
export const newActKey = (): string => randomUUID();

/** The key that a form was sent with. One that has lost it, such as after signing in again, counts as another form. */
export function actKeyOf(body: unknown): string {
	const given = body as { _key?: unknown; key?: unknown } | null;
	const key = given?._key ?? given?.key;
	return typeof key === "string" && isUuid(key) ? key : newActKey();
}
