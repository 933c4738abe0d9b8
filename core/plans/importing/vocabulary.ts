/** What people call the columns of plans in tables of their own, in English, German, French and Spanish. */
export const HEADINGS: Readonly<Record<string, string>> = {
  Words: 'comment|feedback|verbatim|message|what they said|text|quote|kommentar|comentario',
  Customer: 'client|account|user|customer name|account name|kunde|cliente',
  'Heard on': 'date|when|day|received|received on|reported on|created|datum|fecha',
  'Allowed days': 'max age|maximum age|may be days old|refresh every|frequency',
  'Backed by':
    'backed|proof|policy|evidence|process|reason to believe|proof point|support|link|nachweis|beleg|preuve|prueba|evidencia',
  Benefit: 'advantage|customer benefit|gain|nutzen|vorteil|bénéfice|avantage|beneficio|ventaja',
  Better: 'direction|polarity|good is|better when|higher or lower',
  'Bonus of': 'bonus|incentive|incentive of|paid team',
  'Changed on': 'changed|since|valid from|effective from|last change|geändert am|gültig ab',
  Claimed: 'claims|claims made|number of claims',
  Confidence: 'certainty|how sure|sure|sicherheit|confiance|confianza',
  Cue: 'signal|touchpoint|touch point|item|element|cue or signal|what customers see|signals|cues|hinweis|kontaktpunkt|point de contact|señal|elemento',
  'Customer does':
    'customer action|user action|actions|activity|doing|what customers do|handlung|action du client|acción del cliente',
  'Customer feels':
    'emotion|emotions|feeling|feelings|mood|emotional score|what customers feel|gefühl|stimmung|émotion|emoción',
  Definition: 'meaning|what is counted|description|formula|how measured|calculation|beschreibung|définition|definición',
  Delivery:
    'delivered|actual|reality|delivery score|actual score|performance|fulfilment|reality score|lieferung|erfüllung|realität|réalité|entrega|realidad',
  Due: 'deadline|due date|due by|publish on|publication date|publish date|by when|fällig|frist|échéance|vencimiento',
  Effort:
    'size|cost|work|person weeks|person-weeks|person months|story points|days of work|aufwand|effort estimate|esfuerzo',
  Ends: 'end|end date|until|valid until|expires|expires on|expiry|expiry date|gültig bis|ende|fin|hasta',
  Every: 'review every|review cycle|cycle|days between reviews|every days|review interval',
  'First proof': 'proof|proof 1|proof point|proof point 1|evidence|reason to believe|beleg|nachweis|preuve|prueba',
  From: 'start|start date|begins|valid from|gültig ab|beginn|début|desde',
  Honoured: 'honored|claims honoured|claims honored|claims paid|paid out',
  Idea: 'feature|initiative|epic|project|item|opportunity|concept|proposal|thema|idee|idée',
  If: 'risk|risk event|event|cause|what may happen|description of risk|threat|risiko|risque|riesgo',
  Impact: 'severity|damage|consequence score|schwere|auswirkung|gravité|impacto',
  Kind: 'type|t/i|tangibility|tangible or intangible|tangible|tangible?|nature|signal type|cue type|art|typ|nature|tipo',
  KPI: 'metric|indicator|measure|key figure|kpi name|kennzahl|indicateur|indicador',
  'Launched on': 'launch|launch date|launched|release date|released|live since|go live|eingeführt am|lancé le',
  Likelihood: 'probability|chance|how likely|wahrscheinlichkeit|eintrittswahrscheinlichkeit|probabilité|probabilidad',
  Message:
    'headline|value proposition|proposition|tagline|slogan|copy|botschaft|nutzenversprechen|proposition de valeur|mensaje|propuesta de valor',
  Metric: 'kpi|indicator|measure|key figure|metric name|function|kennzahl|indicateur|indicador',
  Mitigation: 'measure|countermeasure|control|action|plan|treatment|maßnahme|mesure|medida',
  'Newest row': 'last update|updated|last updated|newest|latest|as of|stand',
  Note: 'comment|remark|notes|comments|remarks|anmerkung|remarque|nota',
  Number: 'no|nr|position|sequence|step number|step no|nummer|numéro|número',
  'Old target': 'former target|previous target|target before|old goal|previous goal',
  Outcome:
    'benefit|result|value to customer|customer outcome|customer benefit|gain|effect|customer value|nutzen|ergebnis|kundennutzen|bénéfice|résultat|beneficio|resultado',
  Owner:
    'responsible|who|person|accountable|lead|assignee|in charge|person responsible|responsible person|contact|owned by|verantwortlich|zuständig|wer|responsable|propriétaire|dueño|propietario',
  'Partner KPI': 'partner|counter metric|guardrail|paired with|balancing metric',
  Path: 'side|story|lane|track|product or service|p/s|stream|offer|pfad|chemin|camino',
  Promise:
    'promised|expectation|claim|promise score|expected|expected score|promise level|versprechen|erwartung|promesse|attente|promesa|expectativa',
  Reach: 'users reached|people reached|audience size|reichweite|portée|alcance',
  Reached: 'customers|users|visitors|count|volume|people|how many|anzahl|kunden|nombre de clients|clientes',
  Response: 'strategy|risk response|treatment strategy|handling',
  Result: 'outcome|effect|impact|business result|ergebnis|résultat|resultado',
  'Reviewed on':
    'last review|checked|last checked|reviewed|review date|checked on|last reviewed|date of review|geprüft|geprüft am|vérifié le|revisado|revisado el',
  Role: 'core or support|core or supporting|core/support|part|offer part|layer|rolle|rôle|rol',
  Says: 'wording|words|text|exact words|wortlaut|formulation|texto',
  'Second proof': 'proof 2|proof point 2',
  Segment: 'channel|region|customer group|group|market|segments|kanal|canal|segmento',
  'Service line': 'service|line|line of service|business line|service area',
  Sheet: 'tab|file|worksheet|table|blatt|feuille|hoja',
  'Shown where': 'where|channel|channels|place|published|published on|shown on|wo|canal|dónde',
  Side: 'service side|what it judges|service product or customer service',
  Source: 'data source|system|where from|origin|set by|quelle|origine|fuente',
  Spec: 'feature|specification|attribute|fact|characteristic|merkmal|eigenschaft|caractéristique|característica',
  Stage:
    'phase|journey|step|journey stage|customer journey|journey phase|moment|lifecycle|lifecycle stage|phase der reise|étape|etapa|fase',
  State: 'status|progress|stand|état|estado',
  Step: 'touchpoint|moment|activity|journey step|schritt|étape|paso',
  'Still shown': 'shown|visible|still visible|still live|online',
  Target:
    'goal|aim|objective|target value|threshold|should be|to reach|ziel|zielwert|soll|objectif|cible|objetivo|meta',
  Team: 'department|unit|squad|function|abteilung|équipe|equipo',
  Theme: 'area|goal area|stream|epic|topic|bereich|thème|tema|subject|category|tag|about',
  Then: 'consequence|effect|impact description|what follows|result|folge|conséquence|consecuencia',
  'Third proof': 'proof 3|proof point 3',
  Tier: 'level|layer|category|dimension|ebene|niveau|nivel',
  Title: 'headline|topic|working title|content|article|piece|titel|titre|título',
  Touchpoints:
    'touchpoint|touch points|channel|channels|contact points|kontaktpunkte|points de contact|puntos de contacto',
  Trigger: 'warning sign|early sign|indicator|auslöser|déclencheur',
  Type: 'kind|category|art|typ|sort|tipo',
  Value: 'current|now|actual|current value|reading|latest|latest value|status quo|wert|ist|valeur|valor|actuel',
  Why: 'reason|because|reason for change|rationale|begründung|grund|raison|motivo',
}

/** Titles with these words say something else than the column, however alike they are. */
export const OTHER_HEADINGS: Readonly<Record<string, RegExp>> = {
  'Reviewed on': /\b(?:next|due|until|planned|upcoming|by)\b/,
  Target: /\b(?:group|audience|customer|market|date)s?\b/,
  'Changed on': /\b(?:by|who)\b/,
  Owner: /\b(?:e-?mail|phone|time)\b/,
}

/** What people write for the choices of columns, without accents. What is left out, nobody can be sure of. */
export const CHOICE_WORDS: Readonly<Record<string, string>> = {
  tangible:
    'physical|visible|touchable|hardware|material|concrete|greifbar|materiell|physisch|materiel|physique|fisico|fisica',
  intangible:
    'non-physical|nonphysical|invisible|immaterial|not tangible|non-tangible|untangible|abstract|nicht greifbar|immateriell|immateriel|inmaterial|intangibel',
  'core offer': 'main|main offer|core product|core service|primary|kern|kernangebot|kernleistung|principal',
  'supporting service':
    'support service|supplementary|secondary|add-on|addon|extra|around it|zusatz|zusatzleistung|secondaire|secundario',
  product: 'goods|good|prod|produkt|produkte|produit|produits|producto|productos',
  service: 'svc|srv|dienst|dienstleistung|dienstleistungen|servicio|servicios',
  awareness: 'aware|discover|discovery|top of funnel|tofu|bekanntheit|aufmerksamkeit|notoriete|descubrimiento',
  evaluation: 'consideration|consider|considering|compare|comparison|mofu|evaluierung|vergleich|evaluacion|comparaison',
  purchase: 'buy|buying|bought|checkout|order|sale|point of sale|bofu|kauf|kaufen|bestellung|achat|compra',
  onboarding: 'set-up|setup|implementation|getting started|first use|einrichtung|einarbeitung|incorporacion',
  activation: 'in use|active use|aktivierung|activacion',
  renewal: 'renew|repurchase|verlangerung|erneuerung|renouvellement|renovacion',
  higher: 'up|more|more is better|high is good|hoher|mehr|plus eleve|mayor|mas alto',
  lower: 'down|less|less is better|low is good|niedriger|weniger|tiefer|plus bas|menor|mas bajo',
  adoption: 'uptake|adopcion',
  usage: 'use|engagement|nutzung|utilisation|uso',
  experience: 'erlebnis|kundenerlebnis|experiencia|cx',
  reliability: 'reliable|zuverlassigkeit|fiabilite|fiabilidad',
  loyalty: 'loyal|loyalitat|treue|kundenbindung|fidelite|lealtad|fidelidad',
  'customer service':
    'support|customer care|care|help desk|helpdesk|kundenservice|kundendienst|service client|atencion al cliente',
}

/** Scores that are said in words, from the least to the most, without accents. */
export const SCORE_WORDS: readonly string[] = [
  'very low|very weak|very poor|sehr niedrig|sehr schwach|tres faible|muy bajo',
  'low|weak|poor|l|niedrig|gering|schwach|faible|bas|bajo|baja',
  'medium|middle|mid|moderate|average|m|med|mittel|moyen|moyenne|medio|media',
  'high|strong|good|h|hoch|stark|eleve|haut|alto|alta',
  'very high|very strong|very good|excellent|sehr hoch|sehr stark|tres eleve|muy alto',
]
