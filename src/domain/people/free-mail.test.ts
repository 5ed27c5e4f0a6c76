import { expect, test } from "vitest";
import { isAnybodys, mailDomainOf } from "./free-mail.ts";

test.each([
	["pat@gmail.com", true],
	["Pat@Outlook.com", true],
	["pat@nhs.net", false],
	["pat@oakfield.sch.uk", false],
	["pat@gmail.com.example", false],
])("%s is at a domain where anybody has an address: %s", (email, is) => {
	expect(isAnybodys(mailDomainOf(email))).toBe(is);
});
