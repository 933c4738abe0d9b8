// French, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** How customers feel, how well they are served, and whether we are on target. */
export const service: Texts = {
  'Customer Effort Score: the mean effort from 1 (very low) to scale_max (very high). Low is good. For the later question “The company made it easy” on a 7-point scale, high is good: give scale_max 7 and read it the other way round.':
    'Customer Effort Score : l’effort moyen de 1 (très faible) à scale_max (très élevé). Une valeur basse est bonne. Pour la question plus récente « L’entreprise m’a facilité la tâche » sur une échelle à 7 points, une valeur haute est bonne : indiquer 7 pour scale_max et lire le résultat dans l’autre sens.',
  'Answers from scale_min to scale_max to “How much effort did it take?”.':
    'Réponses de scale_min à scale_max à « Combien d’effort cela a-t-il demandé ? ».',
  'Customer satisfaction: the share of answers that are satisfied, 4 and 5 on a scale of 1 to 5 by default.':
    'Satisfaction client : la part des réponses satisfaites, 4 et 5 sur une échelle de 1 à 5 par défaut.',
  'Answers to “How satisfied are you?”: numbers from scale_min to scale_max, or words such as good and bad, satisfied and dissatisfied, TRUE and FALSE.':
    'Réponses à « Dans quelle mesure êtes-vous satisfait ? » : des nombres de scale_min à scale_max, ou des mots tels que good et bad, satisfied et dissatisfied, VRAI et FAUX.',
  'Lowest answer that counts as satisfied. The top two answers when left out: 4 of 5; of 2 or 3 answers only the top one.':
    'Réponse la plus basse qui compte comme satisfaite. Si omis, les deux réponses les plus hautes : 4 sur 5 ; pour 2 ou 3 réponses, seulement la plus haute.',
  'First-contact resolution: the share of cases solved with a single contact. With a resolved column, a case that is still open does not count as solved. With that column alone, =FCR(, B:B), it says of each case whether the first contact solved it.':
    'Résolution au premier contact : la part des cas résolus en un seul contact. Avec une colonne resolved, un cas encore ouvert ne compte pas comme résolu. Avec cette colonne seule, =FCR(; B:B), elle dit de chaque cas si le premier contact l’a résolu.',
  'Number of contacts each case has needed so far. One each when left out.':
    'Nombre de contacts que chaque cas a demandés jusqu’ici. Un chacun si omis.',
  'Whether each case is solved: TRUE or FALSE, 1 or 0, yes or no, solved or open. All are when left out.':
    'Si chaque cas est résolu : VRAI ou FAUX, 1 ou 0, yes ou no, solved ou open. Tous le sont si omis.',
  'Net Promoter Score: promoters (9 or 10) minus detractors (0 to 6) per hundred answers, from -100 to 100.':
    'Net Promoter Score : promoteurs (9 ou 10) moins détracteurs (0 à 6) pour cent réponses, de -100 à 100.',
  'Answers from 0 to 10 to “How likely are you to recommend us?”.':
    'Réponses de 0 à 10 à « Quelle est la probabilité que vous nous recommandiez ? ».',
  'Hours until cases are solved, the median by default. Hours of the clock, or working hours when an argument of the working calendar is given.':
    'Heures jusqu’à la résolution des cas, la médiane par défaut. Heures de l’horloge, ou heures de travail si un argument du calendrier de travail est indiqué.',
  'Date and time each case was opened. Or, with closed left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    'Date et heure d’ouverture de chaque cas. Ou, si closed est omis, les heures que cela a pris : des nombres, des cellules de durée ou un texte tel que "1 h 23 m" ou "99:30:00".',
  'Date and time each case was solved. A blank cell means not yet: the case is not counted, so the answer is too short while many are open; SLA_COMPLIANCE counts it.':
    'Date et heure de résolution de chaque cas. Une cellule vide signifie pas encore : le cas n’est pas compté, de sorte que le résultat est trop court tant que beaucoup sont ouverts ; SLA_COMPLIANCE le compte.',
  'Hours until customers get their first reply, the median by default. Hours of the clock, or working hours when an argument of the working calendar is given.':
    'Heures jusqu’à ce que les clients reçoivent leur première réponse, la médiane par défaut. Heures de l’horloge, ou heures de travail si un argument du calendrier de travail est indiqué.',
  'Date and time each customer wrote or called. Or, with replied left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    'Date et heure auxquelles chaque client a écrit ou appelé. Ou, si replied est omis, les heures que cela a pris : des nombres, des cellules de durée ou un texte tel que "1 h 23 m" ou "99:30:00".',
  'Date and time of the first reply. A blank cell means none yet: the case is not counted, though the customer waits; SLA_COMPLIANCE counts it.':
    'Date et heure de la première réponse. Une cellule vide signifie aucune encore : le cas n’est pas compté, bien que le client attende ; SLA_COMPLIANCE le compte.',
  'The share of cases handled inside the target time; exactly at the target is inside. A case that is still open counts as missed once its target has passed, and is left out before. Hours of the clock, or working hours when an argument of the working calendar is given.':
    'Part des cas traités dans le délai cible ; exactement au délai est dans le délai. Un cas encore ouvert compte comme manqué dès que son délai est passé, et est écarté avant. Heures de l’horloge, ou heures de travail si un argument du calendrier de travail est indiqué.',
  'Date and time each case came in. Or, with finished left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    'Date et heure d’arrivée de chaque cas. Ou, si finished est omis, les heures que cela a pris : des nombres, des cellules de durée ou un texte tel que "1 h 23 m" ou "99:30:00".',
  'Date and time each case was answered or solved. A blank cell means not yet.':
    'Date et heure auxquelles chaque cas a reçu une réponse ou a été résolu. Une cellule vide signifie pas encore.',
  'Hours allowed: one for all, or one for each row; a number, a time cell such as 4:00, or text such as "30 min".':
    'Heures accordées : une valeur pour tous, ou une par ligne ; un nombre, une cellule d’heure telle que 4:00, ou un texte tel que "30 min".',
  'Moment from which to look back, such as NOW(); what came later has not happened. A date without a time is the end of that day. The latest time in both columns when left out.':
    'Moment à partir duquel on regarde en arrière, par exemple MAINTENANT() ; ce qui est venu plus tard n’a pas encore eu lieu. Une date sans heure est la fin de ce jour. Si omis, le moment le plus récent des deux colonnes.',
  'Share of the promises that were kept on time. A day that was promised lasts until its end, a time of day is meant to the minute. What is overdue and not delivered is late; what is not due yet is left out.':
    'Part des promesses tenues dans les délais. Un jour promis dure jusqu’à sa fin, une heure vaut à la minute près. Ce qui est échu et non livré est en retard ; ce qui n’est pas encore échu est écarté.',
  'Date promised for each delivery, with or without a time of day.':
    'Date promise pour chaque livraison, avec ou sans heure.',
  'When each one was delivered. Blank: not yet. Where a time of day was promised, give one here too: a date alone is the first minute of its day.':
    'Quand chacune a été livrée. Vide : pas encore. Si une heure était promise, en indiquer une ici aussi : une date seule est la première minute de son jour.',
  'Day or time from which to look back: later promises are left out and later deliveries have not happened. When left out: the latest delivery while something is open, the latest date in both columns when all or nothing is delivered.':
    'Jour ou heure à partir desquels on regarde en arrière : les promesses ultérieures sont écartées et les livraisons ultérieures n’ont pas encore eu lieu. Si omis : la livraison la plus récente tant que quelque chose est ouvert, la date la plus récente des deux colonnes lorsque tout ou rien n’est livré.',
  'Days after the promised date that still count as on time. 0 when left out.':
    'Jours après la date promise qui comptent encore comme dans les délais. 0 si omis.',
  'Availability: the share of a period in which the service was up. Outages that overlap count once, and only as far as they lie in the period. No outages is 100%.':
    'Disponibilité : la part d’une période pendant laquelle le service fonctionnait. Les pannes qui se chevauchent comptent une fois, et seulement dans la mesure où elles se situent dans la période. Aucune panne donne 100 %.',
  'Date and time each outage began. All blank: there was none.':
    'Date et heure du début de chaque panne. Tout vide : il n’y en a pas eu.',
  'When each one was over. Blank: still down at to_time.':
    'Quand chacune a pris fin. Vide : encore en panne à to_time.',
  'Start of the period: 2026-03-01 for March.': 'Début de la période : 2026-03-01 pour mars.',
  'End of the period, which is no part of it: 2026-04-01 for March.':
    'Fin de la période, qui n’en fait plus partie : 2026-04-01 pour mars.',
  'The colour of a KPI: green when the value is on target, amber when it misses by little, red otherwise. The target may be written as people write it: ">=95%", "< 2.5", "60%-70%", "under 5 min" or a plain number.':
    'La couleur d’un KPI : green (vert) si la valeur atteint la cible, amber (orange) si elle la manque de peu, sinon red (rouge). La cible peut être écrite comme on l’écrit d’habitude : ">=95%", "< 2.5", "60%-70%", "under 5 min" ou un simple nombre.',
  'The value reached, such as the cell of =FCR(…).': 'La valeur atteinte, par exemple la cellule de =FCR(…).',
  'What to reach: ">= 95%", "at most 2.5", "70%-85%", "under 5 min", a number, or KPI_TARGET(…). Seconds, minutes and hours are compared with a value in hours, as RESPONSE_TIME gives it; days and weeks with a value in days, as TIME_TO_VALUE gives it; months and years with a value in months.':
    'Ce qu’il faut atteindre : ">= 95%", "at most 2.5", "70%-85%", "under 5 min", un nombre ou KPI_TARGET(…). Les secondes, les minutes et les heures sont comparées à une valeur en heures, telle que RESPONSE_TIME la donne ; les jours et les semaines à une valeur en jours, telle que TIME_TO_VALUE la donne ; les mois et les années à une valeur en mois.',
  'Which way is better.': 'Quel sens est le meilleur.',
  'as the target says; a plain number or a range is reached from below, so more than the range is green; a time is not to be exceeded':
    'comme le dit la cible ; un simple nombre ou une fourchette s’atteint par le bas, donc plus que la fourchette est green ; une durée ne doit pas être dépassée',
  'at least the number, or the lower end of the range': 'au moins le nombre, ou le bas de la fourchette',
  'at most the number, or the upper end of the range': 'au plus le nombre, ou le haut de la fourchette',
  'inside the range, neither below nor above': 'dans la fourchette, ni au-dessous ni au-dessus',
  'How far a value may miss the target and still be amber, as a share of it. 10% when left out. Of a target above 95% and below 100%, such as 99.9%, it is a share of what may fail: 10% of 0.1%.':
    'De combien une valeur peut manquer la cible et être encore amber, en part de celle-ci. 10 % si omis. Pour une cible supérieure à 95 % et inférieure à 100 %, par exemple 99,9 %, c’est une part de ce qui peut échouer : 10 % de 0,1 %.',
  'Any function of this list that gives one number, worked out for each segment, month or day. rows counts the rows of a segment, also those without an answer. A segment with nothing to compute from has a blank value. In detail each rate has its part and whole, the limits low and high, and a verdict: whether it differs from all other rows together.':
    'Toute fonction de cette liste qui donne un seul nombre, calculée pour chaque segment, mois ou jour. rows compte les lignes d’un segment, y compris celles sans réponse. Un segment dont on ne peut rien calculer a une valeur vide. Avec detail, chaque taux a sa partie et son tout, les limites low et high, et un verdict : s’il diffère de l’ensemble des autres lignes.',
  'Name of the function in quotes, such as "CSAT". Segments stand in the order of their names; "CSAT desc" puts the largest value first, "CSAT asc" the smallest. "CSAT detail" says how sure each rate is and whether it differs from the rest; "CSAT detail 90%" with limits of 90%.':
    'Nom de la fonction entre guillemets, par exemple "CSAT". Les segments sont dans l’ordre de leurs noms ; "CSAT desc" met la plus grande valeur en premier, "CSAT asc" la plus petite. "CSAT detail" dit à quel point chaque taux est sûr et s’il diffère du reste ; "CSAT detail 90%" avec des limites à 90 %.',
  'Segment of each row, such as channel or region, or a date. A row without one is left out. Each day is a segment of its own: for months give the first day of the month.':
    'Segment de chaque ligne, par exemple canal ou région, ou une date. Une ligne sans segment est écartée. Chaque jour est un segment à part : pour des mois, indiquer le premier jour du mois.',
  'Arguments of that function in their order: columns as high as groups, then single options. Where the function takes a single number, money and counts of a segment’s rows are added up; a rate, a price or a mean must be one cell for all, or one row for each segment.':
    'Arguments de cette fonction dans leur ordre : des colonnes aussi hautes que groups, puis des options seules. Là où la fonction prend un seul nombre, l’argent et les effectifs des lignes d’un segment sont additionnés ; un taux, un prix ou une moyenne doit être une cellule pour tous, ou une ligne par segment.',
  'The share of rows that say yes, such as the churn of a column Churned with Yes and No. With which, the share of rows whose value is one of those that it names.':
    'Part des lignes qui disent oui, par exemple l’attrition d’une colonne Churned avec Yes et No. Avec which, la part des lignes dont la valeur est l’une de celles qu’il nomme.',
  'Yes or no, TRUE or FALSE, 1 or 0 in each row; with which any value. A row without one is left out.':
    'Yes ou No, VRAI ou FAUX, 1 ou 0 dans chaque ligne ; avec which, n’importe quelle valeur. Une ligne sans valeur est écartée.',
  'The value that counts, such as "Churned", or a short list of values, in any case. One at least must be in the data. Yes when left out.':
    'La valeur qui compte, par exemple "Churned", ou une courte liste de valeurs, en majuscules ou minuscules. Une au moins doit figurer dans les données. Yes si omis.',
  'Whether variant B converts better than variant A, or the difference may be chance: both rates, the lift (difference over rate_a), the limits that the true difference probably lies between, and how likely so large a difference would be if both were alike (p_value). Small samples get an exact test; the verdict names it.':
    'Si la variante B convertit mieux que la variante A, ou si la différence peut être due au hasard : les deux taux, le gain (différence divisée par rate_a), les limites entre lesquelles se situe probablement la vraie différence, et la probabilité d’une différence aussi grande si les deux étaient semblables (p_value). Les petits échantillons reçoivent un test exact ; le verdict le nomme.',
  'How many people saw variant A.': 'Combien de personnes ont vu la variante A.',
  'How many of them converted.': 'Combien d’entre elles ont converti.',
  'How many people saw variant B.': 'Combien de personnes ont vu la variante B.',
  'Confidence of the limits low and high. One variant is better when p_value is below what it leaves: 5% when left out, as it is 95% then. Looking again and again while the test runs finds differences that are none.':
    'Niveau de confiance des limites low et high. Une variante est meilleure si p_value est inférieure à ce qu’il laisse : 5 % si omis, puisqu’il est alors de 95 %. Regarder sans cesse pendant que le test court trouve des différences qui n’en sont pas.',
}
