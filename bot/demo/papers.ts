import { sayDay, sayRange } from '../../trips/dates.ts';

/** A document of the sample trip, as a person would send it. */
export interface Paper {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** `family`: for the visitor's family alone. */
  readonly scope: 'trip' | 'family';
}

const inBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The four papers of the sample trip, written for its dates: a booking, a guide, a list of restaurants, a family's notes. */
export const samplePapers = async (startDate: string, endDate: string): Promise<readonly Paper[]> => [
  { name: 'hotel-miradouro.pdf', bytes: await booking(startDate, endDate), scope: 'trip' },
  { name: 'lisbon-guide.md', bytes: inBytes(GUIDE), scope: 'trip' },
  { name: 'restaurants.html', bytes: inBytes(RESTAURANTS), scope: 'trip' },
  { name: 'chen-notes.txt', bytes: inBytes(notes(startDate)), scope: 'family' },
];

/** A two-page hotel confirmation: the booking on the first page, the house rules on the second. */
const booking = async (startDate: string, endDate: string): Promise<Uint8Array> => {
  // Loaded here, because most servers never show the sample.
  const { default: PDFDocument } = await import('pdfkit');
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({
      size: 'A4',
      margin: 56,
      info: { Title: 'Booking confirmation', CreationDate: new Date(`${startDate}T00:00:00Z`) },
    });
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    pdf.on('error', reject);
    const heading = (text: string): unknown => pdf.moveDown().fontSize(13).text(text).fontSize(11).moveDown(0.3);
    pdf
      .fontSize(20)
      .text('Hotel Miradouro')
      .fontSize(11)
      .text('Rua das Flores 18, 1200-194 Lisbon')
      .text('Telephone +351 21 555 0142');
    heading('Booking confirmation');
    pdf.text('Confirmation number: HM-48213.');
    pdf.text(
      `Stay: ${sayRange(startDate, endDate)}, four nights, arriving on ${sayDay(startDate)} and leaving on ${sayDay(endDate)}.`,
    );
    pdf.text('Rooms: three family rooms on the second floor, two of them connected.');
    pdf.text('Price: EUR 2,640 for all three rooms and four nights, city tax included.');
    pdf.text('The deposit of EUR 528 has been paid. The balance is due at check-in.');
    heading('Cancellation');
    pdf.text(
      'The booking can be cancelled free of charge until seven days before arrival. After that one night is charged.',
    );
    heading('Getting here');
    pdf.text(
      'From the airport take the metro, red line to Alameda and green line to Baixa-Chiado: about 35 minutes. A taxi costs about EUR 20.',
    );
    pdf.addPage();
    pdf.fontSize(16).text('House rules and services').fontSize(11);
    heading('Arrival and departure');
    pdf.text(
      'Check-in is from 15:20, at the side door in Rua das Flores. Check-out is until 11:00. Luggage can be left at the desk all day.',
    );
    heading('With children');
    pdf.text(
      'A baby cot is EUR 9 a night and must be ordered two days ahead. High chairs are free of charge. Children under six have breakfast for free.',
    );
    heading('Breakfast');
    pdf.text('Breakfast is served from 7:30 to 10:30 in the courtyard, EUR 12 for each adult and day.');
    heading('Getting around the house');
    pdf.text(
      'A lift goes to every floor and there are no steps between the lift and the rooms. The roof terrace can only be reached by stairs.',
    );
    heading('Parking and pets');
    pdf.text(
      'The garage in Rua do Alecrim costs EUR 18 a day. Dogs are welcome for EUR 10 a night; other pets are not.',
    );
    pdf.end();
  });
};

const GUIDE = `# Lisbon with children: what to see

## Oceanario de Lisboa
Aquarium, indoor. Open daily 10:00-20:00. Tickets: EUR 25 adult, EUR 15 child (4-12). Allow 2.5 hours. Step-free throughout.
The penguins are fed at 11:30.

## Castelo de Sao Jorge
Castle ruins and peacocks, outdoor. Open daily 9:00-21:00. Tickets: EUR 15 adult, children under 12 free. Allow 2 hours. Steep, with many stairs.

## Tram 28
Ride through the old town, 45 minutes. EUR 3.20 adult, EUR 3.20 child. The queue is shortest before 9:00.

## Museu Nacional do Azulejo
Tile museum, indoor. Open 10:00-18:00, closed on Mondays. Tickets: EUR 10 adult, children under 12 free. Allow 1.5 hours. Step-free, with a lift.

## Jardim da Estrela
Garden with a playground, outdoor. Open daily 7:00-24:00. Free. Allow 1.5 hours. Step-free paths.

## Praia de Carcavelos
Beach, outdoor. Half an hour by train from Cais do Sodre, EUR 4.60 return for an adult. Open all day. Free. Allow 4 hours.

## Pavilhao do Conhecimento
Hands-on science museum, indoor. Open 10:00-18:00, closed on Mondays. Tickets: EUR 12 adult, EUR 9 child. Allow 2 hours. Step-free.

## Boat tour on the Tagus
Outdoor. Departures daily 10:30-17:30 at Terreiro do Paco. Tickets: EUR 20 adult, EUR 10 child. 1.5 hours.

## Good to know
Shops are open until 20:00. The emergency number is 112. A day ticket for metro, bus and tram is EUR 6.80.
`;

const RESTAURANTS = `<!doctype html>
<html><head><title>Where to eat near Hotel Miradouro</title></head><body>
<h1>Where to eat near Hotel Miradouro</h1>
<h2>Taverna do Capitao</h2>
<p>Restaurant, Italian. About EUR 22 a person. Open 12:00-23:00, closed on Tuesdays. Nut-free kitchen, vegetarian dishes, children's menu. Step-free. Book a day ahead: +351 21 555 0177.</p>
<h2>Salty Pelican</h2>
<p>Restaurant, fish and seafood. About EUR 31 a person. Open 18:00-23:30 daily. Dishes may contain nuts. Two steps at the door.</p>
<h2>Pizza Roma</h2>
<p>Restaurant, pizza. About EUR 14 a person. Open 11:30-22:00 daily. Nut-free kitchen, vegetarian and gluten-free pizza. Five minutes on foot from the hotel, step-free.</p>
<h2>Horta Verde</h2>
<p>Restaurant, vegetarian. About EUR 17 a person. Open 12:00-22:00, closed on Sundays. Nut-free dishes are marked on the menu. Garden with swings, step-free.</p>
<h2>Cafe Flores</h2>
<p>Cafe, lunch and cakes. About EUR 11 a person. Open 8:00-18:00 daily. Vegetarian soups, nut-free on request. Step-free.</p>
<h2>Mercado da Ribeira</h2>
<p>Food market with many kitchens. About EUR 15 a person. Open 10:00-24:00 daily. Vegetarian, vegan, gluten-free and nut-free stalls. Step-free.</p>
<h2>Cantina do Rio</h2>
<p>Canteen by the river, lunch. About EUR 12 a person. Open 11:30-16:00 daily. Vegetarian dishes, nut-free dishes are marked. Step-free.</p>
<h2>Quiosque Estrela</h2>
<p>Kiosk with lunch in the garden. About EUR 9 a person. Open 9:00-19:00 daily. Vegetarian sandwiches, nut-free on request. Step-free.</p>
<h2>Padaria Luso</h2>
<p>Bakery with lunch. About EUR 10 a person. Open 8:00-18:00, closed on Sundays. Vegetarian pies, nut-free on request. Step-free.</p>
<h2>Tasca da Bica</h2>
<p>Restaurant, Portuguese home cooking. About EUR 19 a person. Open 12:00-22:30, closed on Mondays. Vegetarian dishes, nut-free kitchen. Step-free.</p>
</body></html>
`;

const notes = (startDate: string): string => `Our notes for Lisbon (Chen family only)

Leo is allergic to nuts. The adrenaline pen is in the blue bag, the second one with Wei.
Mia gets car sick: front seat in taxis.
Leo naps from 13:00 to 14:30, we keep that free.
Our flight TP 1355 lands on ${sayDay(startDate)} at 12:10, terminal 1.
We would like to stay under EUR 2,400 as a family.
`;
