// French, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** What a customer is worth, whether spending pays, and which channel works. */
export const money: Texts = {
  'Average revenue per user (account, customer) of a period. Revenue is added up; give the customers at the start and at the end, and their mean is used.':
    'Revenu moyen par utilisateur (compte, client) sur une période. Le revenu est additionné ; si les clients du début et de la fin sont indiqués, leur moyenne est utilisée.',
  'Revenue of the period; a range is added up.': 'Revenu de la période ; une plage est additionnée.',
  'Active customers; of several cells the mean, such as opening and closing.':
    'Clients actifs ; pour plusieurs cellules, la moyenne, par exemple de l’ouverture et de la clôture.',
  'Customer acquisition cost: what it took to win one customer. Ranges are added up. With paid_costs alone it is the paid (media) CAC; add organic_costs, such as content, staff and tools, for the fully loaded one.':
    'Coût d’acquisition client : ce qu’il a fallu dépenser pour gagner un client. Les plages sont additionnées. Avec paid_costs seul, c’est le CAC payant (médias) ; ajouter organic_costs, par exemple contenu, personnel et outils, pour le coût complet.',
  'Marketing and sales costs of the period.': 'Coûts de marketing et de vente de la période.',
  'Customers won in the same period.': 'Clients gagnés pendant la même période.',
  'Content, staff and tool costs of the period. None when left out.':
    'Coûts de contenu, de personnel et d’outils de la période. Aucun si omis.',
  'Months until the margin of a customer has earned back the cost of winning them. With a churn rate, the customers who leave on the way no longer pay; the first payment counts at once.':
    'Nombre de mois jusqu’à ce que la marge d’un client ait remboursé le coût de son acquisition. Avec un taux d’attrition, les clients qui partent en chemin ne paient plus ; le premier paiement compte tout de suite.',
  'Cost to win one customer.': 'Coût pour gagner un client.',
  'Revenue per customer per month.': 'Revenu par client et par mois.',
  'Share of customers lost per month. 0 when left out.': 'Part des clients perdus par mois. 0 si omis.',
  'Customer lifetime value: the gross margin one customer is expected to bring. The first payment counts at once, the next after one period, and so on.':
    'Valeur vie client (LTV) : la marge brute que l’on peut attendre d’un client. Le premier paiement compte tout de suite, le suivant après une période, et ainsi de suite.',
  'Revenue per customer (account) per period.': 'Revenu par client (compte) et par période.',
  'Share of customers lost per period. Same period as arpa.':
    'Part des clients perdus par période. Même période que arpa.',
  'Per period, the same as the other arguments: per month where those are monthly. 10% a year is 0.797% a month, =(1+10%)^(1/12)-1. 0 when left out.':
    'Taux d’actualisation par période, la même que pour les autres arguments : par mois si ceux-ci sont mensuels. 10 % par an font 0,797 % par mois, =(1+10%)^(1/12)-1. 0 si omis.',
  'Payments counted at most. No limit when left out.': 'Nombre maximal de paiements comptés. Sans limite si omis.',
  'How much the margin of a customer who stays grows in every period, such as 1%; below 0 it shrinks. Same period as the other arguments. 0 when left out.':
    'De combien la marge d’un client qui reste croît à chaque période, par exemple 1 % ; au-dessous de 0, elle diminue. Même période que les autres arguments. 0 si omis.',
  'Lifetime value of a customer for each unit of money spent to win one. 3 or more is called healthy.':
    'Valeur vie d’un client pour chaque unité monétaire dépensée pour le gagner. 3 ou plus est considéré comme sain.',
  'Lifetime value of a customer, for instance from LTV.': 'Valeur vie d’un client, par exemple donnée par LTV.',
  'Cost to win a customer, for instance from CAC.': 'Coût pour gagner un client, par exemple donné par CAC.',
  'Share of the market: our sales over all sales, both in money (value share) or both in units (volume share).':
    'Part de marché : nos ventes divisées par l’ensemble des ventes, les deux en argent (part en valeur) ou les deux en unités (part en volume).',
  'Our sales.': 'Nos ventes.',
  'Sales of the whole market, ours included, in the same unit.':
    'Ventes de l’ensemble du marché, les nôtres comprises, dans la même unité.',
  'Relative change from before to now: 0.2 is a growth of 20%. From a negative value a relative change says nothing, so it is an error.':
    'Variation relative d’avant à maintenant : 0,2 est une croissance de 20 %. À partir d’une valeur négative, une variation relative ne dit rien ; c’est donc une erreur.',
  'The new value.': 'La nouvelle valeur.',
  'The old value.': 'L’ancienne valeur.',
  'Return on ad spend: the revenue attributed to advertising for each unit of money spent on it. 4 is four to one.':
    'Retour sur les dépenses publicitaires : le revenu attribué à la publicité pour chaque unité monétaire dépensée. 4 signifie quatre pour un.',
  'Revenue attributed to the ads; a range is added up.': 'Revenu attribué aux publicités ; une plage est additionnée.',
  'Spend on those ads; a range is added up.': 'Dépenses pour ces publicités ; une plage est additionnée.',
  'Return on investment: what came back beyond the cost, as a share of the cost. 0 means the money has just come back.':
    'Retour sur investissement : ce qui est revenu au-delà du coût, en part du coût. 0 signifie que l’argent vient tout juste d’être récupéré.',
  'Everything that came back, the cost not yet taken off.':
    'Tout ce qui est revenu, le coût n’étant pas encore déduit.',
  'What was put in.': 'Ce qui a été investi.',
  'Return on marketing investment: the margin that a campaign earned beyond its cost, as a share of the cost. 0 means it has just paid for itself; compare ROAS, which is revenue over spend.':
    'Retour sur investissement marketing : la marge qu’une campagne a gagnée au-delà de son coût, en part du coût. 0 signifie qu’elle vient tout juste de se rembourser ; à comparer avec ROAS, qui est le revenu divisé par la dépense.',
  'Revenue that would not have come without the campaign.': 'Revenu qui ne serait pas venu sans la campagne.',
  'Cost of the campaign.': 'Coût de la campagne.',
  'Growth rate plus profit margin, both as fractions of revenue. 0.4 or more is called healthy for a software firm.':
    'Taux de croissance plus marge bénéficiaire, tous deux en fractions du chiffre d’affaires. 0,4 ou plus est considéré comme sain pour un éditeur de logiciels.',
  'Revenue growth over a year.': 'Croissance du chiffre d’affaires sur un an.',
  'Profit margin of the same year; say which one you use, EBITDA or free cash flow.':
    'Marge bénéficiaire de la même année ; préciser laquelle est utilisée, EBITDA ou flux de trésorerie disponible.',
  'Which marketing channel gets the credit for conversions: the conversions of each path, shared out over its touches by the model you choose. All credits add up to all conversions; a path without a touch goes to (unattributed).':
    'Quel canal marketing reçoit le crédit des conversions : les conversions de chaque parcours, réparties entre ses contacts selon le modèle choisi. La somme des crédits est celle des conversions ; un parcours sans contact va à (unattributed).',
  'Touches in order of time with > between them: search > mail > search. Blank: no known touch. With no other column, leave the header out.':
    'Contacts dans l’ordre du temps, séparés par > : search > mail > search. Vide : aucun contact connu. Sans autre colonne, ne pas inclure l’en-tête.',
  'Customers of that path who converted. 1 each when left out, 0 where blank.':
    'Clients de ce parcours qui ont converti. 1 chacun si omis, 0 si la cellule est vide.',
  'How a path’s conversions are shared out.': 'Comment les conversions d’un parcours sont réparties.',
  'all to the first touch': 'tout au premier contact',
  'all to the last touch': 'tout au dernier contact',
  'every touch alike, repeats count': 'chaque contact à égalité, les répétitions comptent',
  '40% to the first touch, 40% to the last, 20% to those between; half each where there are two':
    '40 % au premier contact, 40 % au dernier, 20 % à ceux du milieu ; la moitié chacun s’il y en a deux',
  'the closer to the conversion, the more': 'd’autant plus que la conversion est proche',
  'by the share of conversions that would be lost without the channel':
    'selon la part des conversions qui serait perdue sans le canal',
  'every channel of a path alike, repeats do not count':
    'chaque canal d’un parcours à égalité, les répétitions ne comptent pas',
  'Customers of that path who did not convert. Only markov uses them, and gives other credits with than without. 0 when left out or blank.':
    'Clients de ce parcours qui n’ont pas converti. Seul markov les utilise, et donne avec eux d’autres crédits que sans eux. 0 si omis ou si la cellule est vide.',
  'Value of that path’s conversions, shared out alike. 0 where blank.':
    'Valeur des conversions de ce parcours, répartie de la même façon. 0 si la cellule est vide.',
  'Touches after which credit halves, with decay. 1 when left out: each touch has half of the next one.':
    'Nombre de contacts après lequel le crédit est divisé par deux, avec decay. 1 si omis : chaque contact a la moitié du suivant.',
  'What the table tells of each channel.': 'Ce que le tableau dit de chaque canal.',
  'its credit': 'son crédit',
  'the removal effect as well, the share of the conversions with a touch that would be lost without the channel; only markov has it, and (unattributed) has none':
    'également l’effet de retrait, la part des conversions avec contact qui serait perdue sans le canal ; seul markov le donne, et (unattributed) n’en a pas',
  'Redemption rate of a promotion: the share of the offers handed out (coupons, codes, vouchers) that were used.':
    'Taux d’utilisation d’une promotion : la part des offres distribuées (coupons, codes, bons) qui ont été utilisées.',
  'Offers that were used.': 'Offres qui ont été utilisées.',
  'Offers that were handed out. Same offers as redeemed.':
    'Offres qui ont été distribuées. Les mêmes offres que redeemed.',
}
