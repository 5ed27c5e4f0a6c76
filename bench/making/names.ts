/** Invented names of people, by number: some are common and some are rare, as in life. */

const first =
	`Aaliyah Abigail Adam Aisha Alfie Amelia Amir Anya Archie Arlo Ava Ayesha Bea Ben Billie Bronwen Caleb Carys Casper
Chidi Daisy Dalia Daniel Dara Eilidh Eleri Elin Eliza Ella Elsie Emrys Erin Esme Ethan Eva Evie Faith Farah Finley Florence Freddie
Freya George Grace Hafsa Hana Harry Hassan Hugo Ibrahim Idris Imani Imogen Iona Isaac Isla Ivy Jaan Jack Jade Jamal Jasper Jodie
Joshua Kai Kamila Kasia Keira Kofi Layla Leo Lewis Liam Lila Logan Lola Lottie Lucas Lucy Łukasz Mabel Maja Marcel Marta Mason Maya
Mia Mila Mina Mohammed Musa Nadia Naomi Niall Noah Nour Olive Oliver Oscar Parveen Poppy Priya Rafe Rayan Reuben Rhys Riley Rosa
Rowan Ruby Sadie Safa Samir Seren Sienna Siân Sofia Tariq Tegan Theo Thomas Tilly Toby Uma Violet Wiktor Willow Yusuf Zac Zara Zoë`.split(
		/\s+/,
	);

const last =
	`Abara Abbott Adeyemi Ahmed Akhtar Ali Allen Andersson Armitage Ashworth Atkinson Aziz Bailey Baines Baker Banerjee Barlow
Barnes Begum Bell Bennett Birch Bishop Blackwood Bowen Bradley Brook Brown Burke Byrne Cairns Campbell Carter Castellan Chaudhry Chen
Choi Clarke Cole Collins Cooper Costa Cox Crowther Cruz Curtis Davies Dawson Dean Dhillon Doyle Dunn Dvořák Edwards Ellis Evans Farrow
Fenwick Fisher Fletcher Flynn Forde Foster Fox Garcia Gibson Gill Goddard Gordon Graham Grant Gray Green Griffiths Hall Hamilton Harris
Haughton Hayes Henry Hill Holt Hughes Hussain Ibrahim Iqbal Islam Ivanov Jackson James Jenkins Jones Jordan Kaur Kelly Kemp Khan King
Kowalski Lamb Lambert Lee Lewis Lindqvist Lloyd Lowe Macdonald Mahmood Malik Marsh Martin Mason Mbeki McCabe Mehta Mensah Miah Miller
Mistry Moore Morgan Morris Murphy Naylor Nguyen Novak Nowak O’Brien O’Neill Obi Okafor Okoro Osei Owen Parker Patel Payne Pearce Perry
Phillips Platt Pope Powell Price Pugh Quinn Rahman Rao Reid Rhodes Richards Roberts Robinson Rose Ross Rowe Ruiz Sahota Santos Scott
Shah Sharma Shaw Shepherd Silva Singh Smith Sokolov Spencer Stone Sutton Swift Szabo Taylor Tesfaye Thomas Thorpe Tucker Turner Uddin
Vaughan Virk Walker Ward Watkins Watson Webb West White Whittle Williams Wilson Wood Wright Yates Yilmaz Young Zaman Zielinski`.split(
		/\s+/,
	);

/** The name of a child, of whom each copy has its own: every 20,000th is called as nobody else is. */
export function childNamed(number: number): string {
	const given = pick(first, number, 7_919);
	return number % 20_000 === 777
		? `${given} Quillfeather`
		: `${given} ${pick(last, skewed(number, last.length), 1)}`;
}

export const workerNamed = (number: number): string =>
	`${pick(first, number, 31)} ${pick(last, number, 113)}`;

const pick = (from: string[], number: number, by: number): string =>
	from[(number * by) % from.length] ?? "";

/** The first far more often than the last. */
const skewed = (number: number, below: number): number =>
	Math.floor((((number * 2_654_435_761) % 1_000_003) / 1_000_003) ** 2 * below);
