/** The words of confirmations in English, German, Spanish, French, Italian and Portuguese; sources of patterns. */

/** A pattern that finds any of the words, whole. */
export const anyOf = (words: string, flags = 'iu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, flags);

/** What says that something is booked, not merely offered. */
export const BOOKED = anyOf(
  [
    '(?:booking|reservation|order|purchase)s?(?: is| are|:| -)? (?:confirm(?:ation|ed)|number|reference|code|no|id|ref|details)',
    'confirmation(?: (?:number|code|no|of))?|record locator|pnr|e-?tickets?|your (?:booking|reservation|stay|tickets?|order|table|itinerary|purchase)',
    '(?:is|are) (?:booked|confirmed|reserved)|(?:reservation|booking|table|order) confirmed|thank you for (?:booking|your (?:booking|order|purchase))|confirm your (?:booking|reservation|stay)|boarding pass|we (?:keep|have kept|have booked|have reserved)|(?:rental|charter) agreement',
    '(?:buchungs|reservierungs)(?:bestätigung|nummer|code|nr)|auftrags(?:bestätigung|nummer)|\\p{L}*buchung ist (?:bestätigt|gebucht)|ihre \\p{L}*(?:buchung|reservierung)|ist (?:gebucht|bestätigt|reserviert)|fahrkarte|online-?ticket',
    'localizador|(?:confirmación|número|código) de (?:la |tu |su )?reserva|(?:reserva|mesa|compra)(?: está)? confirmada|[st]u reserva|billete electrónico|tarjeta de embarque',
    '(?:confirmation|numéro|référence|code) de (?:la |votre )?(?:réservation|commande|dossier)|votre (?:réservation|commande|séjour|voyage)|(?:est|sont) confirmée?s?|billet électronique|e-?billet',
    'conferma (?:di|della) prenotazione|(?:codice|numero)(?: di)? prenotazione|(?:la )?(?:tua|sua|vostra) prenotazione|prenotazione confermata|biglietto elettronico',
    '(?:confirmação|código|número) d[ae] reserva|a (?:sua|tua) reserva|reserva confirmada|bilhete eletr[óô]nico',
  ].join('|'),
);

/** Lines of what it costs to change one's mind, and of sums that are kept for a while: their days and sums are not the booking's. */
export const ASIDE = anyOf(
  '(?:free )?cancel\\p{L}*|refund\\p{L}*|deposit|excess|storn\\p{L}*|kaution|anzahlung|cancelaci[óo]n|dep[óo]sito|fianza|annul\\p{L}*|remboursé?\\p{L}*|caution|acompte|cancellazione|caparra|cauzione|cancelamento|caução|city tax|tourist tax|taxe de séjour|kurtaxe|tasa turística|tassa di soggiorno|issued|printed|ausgestellt|booked on|sent|from(?=:)',
);

/** Where a booking begins and ends, by its kind; of a table or a tour also when. */
export const STAY_BEGINS =
  'check(?:ing)?[- ]?in|arrival|arriv(?:e|es|ing)|anreise(?:tag)?|ankunft|einchecken|entrada|llegada|arrivée|arrivo|chegada';
export const STAY_ENDS =
  'check(?:ing)?[- ]?out|departure|depart(?:s|ing)?|leaving|leave (?:your|the) rooms?|vacate|abreise(?:tag)?|auschecken|salida|départ|partenza|partida|sa[ií]da';
export const CAR_BEGINS =
  'pick(?:ing)?[- ]?up|collect(?:ion)?|abholung|abholen|anmietung|recogida|retiro|prise en charge|retrait|ritiro|levantamento|recolha';
export const CAR_ENDS =
  'drop(?:ping)?[- ]?off|return|rückgabe|devolución|entrega|restitution|retour|riconsegna|restituzione|devolução';
export const EVENT_BEGINS =
  'date|time|starts?|begins?|entry|when|datum|beginn|beginnt|uhrzeit|einlass|fecha|hora|inicio|comienzo|début|heure|data|ora|inizio|início';
export const EVENT_ENDS = 'ends?|finish(?:es)?|ende|endet|fin|termina|fine|fim';
export const DEPARTS =
  'depart(?:s|ure|ing)?|dep|leav(?:es?|ing)|takes? off|starts?|abflug|abfahrt|ab(?= \\d{1,2}[:.]\\d)|salida|sale|départ|partenza|parte|partida';
export const ARRIVES =
  'arriv(?:es?|al|ing)|arr|lands?|landing|gets? in|ends?|ankunft|an(?= \\d{1,2}[:.]\\d)|llegada|llega|arrivée|arrivo|arriva|chegada';
/** Times on a ticket that are neither departure nor arrival. */
export const BEFORE_DEPARTURE =
  'boarding|gate closes|gate|check[- ]?in|bag drop|boarden|embarque|embarquement|imbarco|duration|dauer|duración|durée|durata|sent';
/** A way there or back begins. */
export const WAYS =
  '(?<=^)(?:out|back)|outbound|inbound|onward|return(?: flight| journey| trip)?|hin(?:flug|fahrt|reise)|rück(?:flug|fahrt|reise)|ida|vuelta|aller|retour|andata|ritorno|volta';

export const PLACE =
  'address|adresse|direcci[óo]n|indirizzo|morada|endereço|meeting point|meet at|treffpunkt|punto de encuentro|point de rendez-vous|lieu de rendez-vous|punto d.incontro|ponto de encontro|where|location|venue|ort|lugar|lieu|luogo|local';
export const TOTAL =
  'total\\p{L}*|amount|gesamt\\p{L}*|\\p{L}*gesamt|summe|\\p{L}*betrag|importe|montant|preço total|valor total|charged';
/** Words for a price that may be of a part as well: heard where nothing is called the total. */
export const PRICE = '\\p{L}*preis|precio|prix|prezzo|preço|valor|price|cost|fare|paid';
export const EACH =
  '(?:per|a|an|each|pro|je|por|par|a) (?:night|person|day|room|cabin|adult|child|nacht|person|tag|noche|persona|nuit|personne|notte|noite|pessoa)|nightly|deposit';

/** What a paper is about, by how often its words stand in it. The first of equals counts. */
export const KIND_WORDS = {
  car: '(?:car )?rentals?|car hire|hire car|rental car|mietwagen\\p{L}*|leihwagen|coche de alquiler|alquiler de (?:coches?|vehículos?)|location de (?:voiture|véhicule)s?|autonoleggio|noleggio|aluguer de (?:carro|automóve(?:l|is))|vehicle|fahrzeug|vehículo|véhicule|veicolo',
  flight:
    'flights?|airlines?|airways|boarding pass|\\p{L}*flug|vuelos?|vols?|voli|volo|voos?|air|aer[ei]\\p{L}*|operated by',
  train:
    'trains?|rail\\p{L}*|\\p{L}*zug|bahn\\p{L}*|hbf|gleis|tren|trenes|renfe|gare|estación|treno|binario|comboio|voiture \\d+',
  ferry:
    'ferr(?:y|ies)|ferri|\\p{L}*fähr\\p{L}*|reederei|traversée|traghetto|sailing|vessel|schiff|barco|navire|nave|lines|passengers|passagiere|pasajeros|crossing|deck',
  lodging:
    'hotel|hôtel|hostel|hostal|apartment|apartamento|appartement|flat|ferienwohnung|pension|gasthof|gasthaus|inn|locanda|albergo|auberge|pousada|posada|parador|quinta|lodge|resort|cottage|chalet|villa|nights?|nächte|noches|nuits|notti|noites|rooms?|\\p{L}*zimmer|habitaci(?:ón|ones)|chambres?|camer[ae]|quartos?|stay|aufenthalt|estancia|séjour|soggiorno|estadia',
  restaurant: '(?:your|a|the) table|table (?:for|pour)|tisch|mesa|tavolo|restaurant[eé]?|ristorante|trattoria|terraza',
  activity:
    'tours?|tickets?|eintritt\\p{L}*|\\p{L}*führung|visitas?|visites?|excursi(?:ón|ones)|guided|guide|admission|entry|museum|experience|workshop|meeting point|treffpunkt|punto de encuentro|participants?|teilnehmer',
} as const;
export type ReadKind = keyof typeof KIND_WORDS;
