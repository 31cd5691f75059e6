import { askedPapers } from '../../test/asked-papers.ts';

const ask = askedPapers({
  'kayaks.html':
    '<h1>Kayak hire Nadir</h1><table><tr><th>Boat</th><th>Half day</th><th>Whole day</th></tr><tr><td>Single</td><td>EUR 21</td><td>EUR 34</td></tr><tr><td>Double</td><td>EUR 29</td><td>EUR 47</td></tr></table><p>You find us at Slip Lane 4, 8300 Nadir.</p><p>Open from 9:00 to 18:00.</p>',
  'farm.md':
    '# Farm Olmo\n\nCheck-in is from 16:00, check-out by 10:15.\n\nDogs may stay for EUR 6 a night.\n\nThe farm is at Via Lunga 12, 8312 Olmo.',
  'flat.txt': 'Flat Rivo\nYou can move in from 14:30; please be out by 9:00.\nPets are not accepted in the flat.',
  'crew.md': '# Crew\n\nDinner crew: Sunday Lia, Monday Gwen, Wednesday Benno, Thursday Rosa',
});

describe('a follow-up', () => {
  it('asks the same of another house, whose paper is another', async () => {
    const history = ['when is check-out at the farm', 'Check-in is from 16:00, check-out by 10:15 [1].'];
    expect(await ask('what about the flat?', history)).toContain('out by 9:00');
  });

  it('asks the same of another day of which the same line tells, told in part before', async () => {
    expect(await ask('and on wednesday?', ['who cooks on monday', 'Monday Gwen [1].'])).toContain('Wednesday Benno');
  });

  it('asks for the one address in the paper that was answered from', async () => {
    const history = ['how much is a single for half a day', 'Single - Half day: EUR 21 [1].'];
    expect(await ask("what's the address?", history)).toContain('Slip Lane 4');
  });

  it('that is whole by itself is answered as if nothing was said before', async () => {
    const history = ['how much is a single for half a day', 'Single - Half day: EUR 21 [1].'];
    expect(await ask('when is check-in at the farm?', history)).toContain('16:00');
    expect(await ask('when is check-in at the farm?', history)).toBe(await ask('when is check-in at the farm?', []));
  });
});
