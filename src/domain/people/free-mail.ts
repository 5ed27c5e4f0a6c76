/**
 * Where anybody makes themself a mail address, each with its other endings: two addresses there say nothing of two people
 * working together. Not nhs.net, police.uk or cjsm.net, which give addresses to their own people.
 */
const anybodys: ReadonlySet<string> = new Set([
	"aol.co.uk",
	"aol.com",
	"blueyonder.co.uk",
	"btinternet.com",
	"btopenworld.com",
	"fastmail.com",
	"gmail.com",
	"gmx.co.uk",
	"gmx.com",
	"googlemail.com",
	"hotmail.co.uk",
	"hotmail.com",
	"icloud.com",
	"live.co.uk",
	"live.com",
	"mac.com",
	"mail.com",
	"me.com",
	"msn.com",
	"ntlworld.com",
	"outlook.co.uk",
	"outlook.com",
	"plus.net",
	"plusnet.com",
	"proton.me",
	"protonmail.com",
	"rocketmail.com",
	"sky.com",
	"talk21.com",
	"talktalk.net",
	"tiscali.co.uk",
	"tutanota.com",
	"virgin.net",
	"virginmedia.com",
	"yahoo.co.uk",
	"yahoo.com",
	"yandex.com",
	"ymail.com",
	"zoho.com",
]);

/** The part of a mail address behind its @, in small letters. */
export const mailDomainOf = (email: string): string =>
	email.slice(email.lastIndexOf("@") + 1).toLowerCase();

/** Whether anybody can have an address at a mail domain. */
export const isAnybodys = (domain: string): boolean => anybodys.has(domain);
