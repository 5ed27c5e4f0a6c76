/**
 * Passwords of ten characters and more that turn up first in every list of those that were stolen, or that people here would
 * think of first. Shorter ones are too short anyway; capitals, signs for letters and signs at the end are seen through.
 */
export const commonPasswords: readonly string[] = `
password01 password10 password11 password12 password123 password1234 password12345 passwordpassword mypassword
mypassword1 thepassword newpassword newpassword1 changeme123 changemenow changeitnow letmein123 letmeinnow letmeinplease
welcome123 welcome1234 welcome2024 welcome2025 welcome2026 welcome2027 welcomehome qwerty1234 qwerty12345 qwerty123456
qwertyuiop qwertyuiop1 qwertyuiop123 qwertyqwerty qwerty123qwerty 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5
q1w2e3r4t5y6 qazwsxedcrfv qazwsxedc1 zaq12wsxcde zxcvbnm123 zxcvbnmasd asdfghjkl1 asdfghjkl123 asdfasdfasdf abcd123456
abc123456789 abcabcabc1 abcdefgh12 123456789a 1234567890a 123456789q 123456789abc 1234512345 1122334455 9876543210
0987654321 1231231231 123123123123 147258369a 1029384756 administrator admin12345 admin123456 adminadmin administrator1
rootroot12 superuser1 superman123 batman1234 dragon1234 monkey1234 football10 football12 football123 footballfan
baseball123 basketball liverpool1 liverpool123 liverpoolfc liverpoolfc1 manchester manchester1 manchesterunited
manunited1 chelsea123 chelseafc1 arsenal123 arsenalfc1 tottenham1 everton123 newcastle1 rangers123 celtic1888
celticfc1888 scotland123 england123 england1966 iloveyou12 iloveyou123 iloveyou1234 iloveyousomuch ilovechocolate
iloveyouforever princess12 princess123 sunshine12 sunshine123 butterfly1 butterfly12 chocolate1 chocolate12 chocolate123
strawberry strawberry1 blueberry1 cheesecake snowflake1 starwars12 starwars123 pokemon123 harrypotter harrypotter1
hogwarts123 leicester1 birmingham birmingham1 nottingham nottingham1 sheffield1 edinburgh1 london2012 london1234
september1 september12 september2025 september2026 november12 november2025 november2026 december12 december2025
december2026 january2026 january2027 february2026 february2027 october2025 october2026 summer2024 summer2025 summer2026
summer2027 winter2024 winter2025 winter2026 winter2027 spring2025 spring2026 spring2027 autumn2025 autumn2026 autumn2027
christmas1 christmas123 christmas2025 christmas2026 monday1234 friday1234 mondaymorning whatever12 whatever123
computer12 computer123 internet12 internet123 trustno1trustno1 secret1234 secret12345 topsecret1 mysecret12 letmein1234
access1234 master1234 michael123 jennifer12 jennifer123 charlie123 jessica123 thomas1234 daniel1234 ashley1234
michelle12 elizabeth1 alexander1 alexandra1 christopher christopher1 stephanie1 safeguarding safeguarding1 safeguarding123
safeguardingchildren safeguardingteam safeguard1 safeguard123 socialwork socialwork1 socialworker socialworker1
socialcare1 socialcare123 childrensservices childprotection childprotection1 teacher123 teacher1234 headteacher
headteacher1 school1234 schoolschool primaryschool police1234 council123 council1234 countycouncil nhs1234567
hospital123 healthvisitor concord123 concord1234 concordconcord concord2026 harbour123 harbourrehearsal
correcthorsebatterystaple threerandomwords randomwords
`
	.trim()
	.split(/\s+/);
