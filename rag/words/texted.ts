/**
 * What people text for a word that papers write out: shorthand, slang, words of one country, and how a word is often
 * misspelt by more than one letter. Each line is the plain word, and behind it what is texted for it, `_` standing for a space.
 * A word that names something else as well stands here in a phrase only.
 */
const TEXTED = `
u-bahn: u_bahn
you: u ya yall
your: ur
are: r
and: n
what: wot wat wut whut
what is: wots wats whats whts whatis
when: wen whn
when is: whens wens
where: wher
where is: wheres whres
who is: whos
how is: hows
before: b4
great: gr8
later: l8r l8er
late: l8
about: abt bout
with: w/
without: w/o
through: thru
though: tho
people: ppl peeps ppls
something: sth smth somethin summat
anything: anythin owt
nothing: nothin nowt
going to: gonna gunna goin_to
have to: gotta got_to hafta have_2 hav_to
want to: wanna
let me: lemme
give me: gimme
do not: dont donot
cannot: cant
probably: prob probs prolly
information: info deets
approximately: approx
tomorrow: tmrw tmr tmw tmoro tomoz tomo 2moro 2morrow 2mrw tommorow tommorrow tomorow
today: 2day 2dy
tonight: 2nite 2night tonite tnite
this morning: this_morn this_am
afternoon: arvo
night: nite
nights: nites
week: wk
weeks: wks
weekend: wkend wknd w/e
two weeks: fortnight
hours: hrs
wednesday: wensday wednsday wendsday wedensday
february: febuary
birthday: bday b-day
holidays: hols
arrival time: eta
departure time: etd
appointment: appt
reservation: rez resy resv rsvn reservaton
confirmation: confo
number: numba no._for
phone number: ph_no tel_no tel_nr fone_number phone_no mob_no mobile_no tel._no digits telno
phone: fone
the telephone number: the_tel_of the_tel_no
our telephone number: our_tel
booking number: booking_no bkg_no bkng_number booking_nr
address: addy addie adress addres
password: pw pwd passwd pword psswrd pswd pasword
breakfast: brekkie brekky brekkers brekfast breakfest breckfast bfast b/fast brekkie_time breaky breakie
dinner: din-dins din_dins
food: grub nosh scran tucker chow eats munchies scoff vittles
snack: nibbles
dessert: afters
alcohol: booze grog
beer: bevvy bevvies pint pints coldie coldies cold_one cold_ones brewski
wine: vino
sparkling wine: bubbly
cup of tea: cuppa
cafe: caff
sweets: lollies
gluten free: gf_bread gf_food gf_pasta gf_pizza gf_options gf_menu gf_meal gf_meals gf_stuff glutenfree
vegetarian: veggo vegie vego vegitarian vegeterian
vegetarians: vegos veggos vegitarians
allergic: alergic
allergy: alergy
allergies: alergies allergys
the barbecue: the_barbie
a barbecue: a_barbie
barbecue: braai barbacue
cool box: esky eskie chilly_bin
toilet: loo lav lavvy dunny khazi porta_potty portaloo
toilets: loos bogs lavs dunnies little_girls_room little_boys_room porta_potties portaloos
need the toilet: need_a_wee need_to_pee need_to_wee need_a_pee
toilet paper: loo_roll loo_rolls loo_paper bog_roll
television: telly goggle_box
vacuum cleaner: hoover
vacuum: hoovering hoover_up
duvet: doona
refrigerator: fridgerator refridgerator frige
hot tub: jaccuzi jacuzi jakuzi jacuzzy
umbrella: brolly brollies
swimsuit: cozzie cossie togs swimming_stuff
swimsuits: cozzies cossies
sunglasses: sunnies
flip flops: thongs jandals flipflops
mosquitoes: mozzies mossies skeeters
mosquito: mozzie mossie
children: kiddos kiddies kiddoes nippers rugrats bairns littlies wee_ones young_ones littluns munchkins sprogs ankle_biters lil_ones
child: kiddo nipper bairn littlie wee_one sprog lil_one
baby: bubs bub bubba
pensioners: oaps
pensioner: oap
dog: pooch doggo doggie mutt furbaby fur_baby
dogs: pooches doggos doggies mutts furbabies fur_babies
cat: moggy moggie
friends: mates buddies pals besties
my friend: my_mate a_mate
owner: guy_who_owns_it man_who_owns_it woman_who_owns_it lady_who_owns_it person_who_owns_it guy_who_owns_the_place bloke_who_owns_it whoever_owns_it
man: bloke
cash machine: cashpoint hole_in_the_wall
money: dosh moolah wonga readies
pay by card: use_plastic pay_with_plastic pay_by_plastic take_plastic accept_plastic
what is the price: what_s_the_damage what_is_the_damage whats_the_damage
bicycle: pushie push_bike pushbike
bicycles: pushies push_bikes pushbikes
petrol station: servo
the number plate: the_reg
number plate: car_reg rego reg_no reg_number reg_plate
cigarette: ciggie ciggy cig fag durry
cigarettes: ciggies cigs fags durries
the doctor: the_doc
a doctor: a_doc
doctors: docs
hospital: a&e
diarrhoea: the_runs the_trots the_squits delhi_belly dodgy_tummy diarea diarrea diarhea diahrrea diarreah diorea
vomit: throw_up chuck_up puke barf
pharmacy: farmacy pharmasy
temperature: temp tempature temprature temperture
sunscreen: suncream factor_50 sun_block
rains: chucks_it_down chuck_it_down chucking_it_down pisses_down pissing_down bucketing_down bucketing tips_it_down tipping_it_down pelting_down pours_down lashes_down
cold: nippy
hike: bush_walk bushwalk
hiking: tramping bushwalking
language: lingo
languages: lingos
accommodation: accom accomm accomo accomodation acommodation accomadation
room: rm
rooms: rms
restaurant: resturant restaraunt resteraunt restraunt restaurent resto
luggage: lugage luggege
receipt: reciept recipt
licence: lisence licens
cancel: cancle
wheelchair: weelchair wheelchiar
beginner: newbie noob newby
beginners: newbies noobs
photo: pic
photos: pics pix
video: vid vids
broken: busted bust kaput packed_up conked_out on_the_blink on_the_fritz
breaks: packs_up conks_out packs_in goes_kaput
contact: get_ahold_of get_a_hold_of get_hold_of get_in_touch_with
refund: money_back
get a refund: get_our_money_back get_my_money_back get_the_money_back get_money_back get_r_money_back
per person: pp p/p
`;

const plainWord = new Map<string, string>();
for (const line of TEXTED.trim().split('\n')) {
  const [plain = '', said = ''] = line.split(/: (?!$)/);
  for (const one of said.split(' ')) plainWord.set(one.replaceAll('_', ' ').replace(/ s /, "'s "), plain);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** The longest first; never a part of a word, of a number or of an address, and nothing with a capital inside a sentence: that is a name. */
const SAID = new RegExp(
  `(?<![\\p{L}\\p{N}'’@/&-])(?:${[...plainWord.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?![\\p{L}\\p{N}'’@&/-]|\\.\\p{L})`,
  'giu',
);
const SENTENCE_START = /(?:^|[.!?]\s+)$/;

/** A text message in the words that papers write: "wots the wifi pw" is "what is the wifi password". What no list has stays as it is. */
export const inPlainWords = (text: string): string =>
  text.replace(SAID, (said, offset: number) => {
    const isName = /\p{Lu}/u.test(said) && /\p{Ll}/u.test(text) && !SENTENCE_START.test(text.slice(0, offset));
    return isName ? said : (plainWord.get(said.toLowerCase()) ?? said);
  });
