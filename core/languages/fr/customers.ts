// French, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** How people become customers, and whether they stay. */
export const customers: Texts = {
  'The share of new users who reached the activation step within a number of days of signing up, 14 by default. Users who signed up too recently to have had all those days are left out.':
    'Part des nouveaux utilisateurs qui ont atteint l’étape d’activation dans un certain nombre de jours après l’inscription, 14 par défaut. Les utilisateurs inscrits trop récemment pour avoir eu tous ces jours sont écartés.',
  'Day each user signed up.': 'Jour d’inscription de chaque utilisateur.',
  'Day each user activated. A blank cell means not yet.':
    'Jour d’activation de chaque utilisateur. Une cellule vide signifie pas encore.',
  'Days after the sign-up in which activation counts, the last one included. 14 when left out.':
    'Jours après l’inscription pendant lesquels l’activation compte, le dernier compris. 14 si omis.',
  'Day from which to look back; what came later has not happened. The latest date in both columns when left out.':
    'Jour à partir duquel on regarde en arrière ; ce qui est venu plus tard n’a pas encore eu lieu. Si omis, la date la plus récente des deux colonnes.',
  'The share of people who did what you hoped for, such as visitors who bought. With a confidence level it is a table that also says between which limits the true rate probably lies (Wilson’s interval).':
    'Part des personnes qui ont fait ce que l’on espérait, par exemple des visiteurs qui ont acheté. Avec un niveau de confiance, c’est un tableau qui dit aussi entre quelles limites se situe probablement le vrai taux (intervalle de Wilson).',
  'How many converted.': 'Combien ont converti.',
  'How many could have, those who converted included.':
    'Combien auraient pu le faire, y compris ceux qui ont converti.',
  'Confidence of the limits, such as 95%. No limits when left out.':
    'Niveau de confiance des limites, par exemple 95 %. Pas de limites si omis.',
  'How many people get from each stage of a journey to the next: the rate of each step, the rate from the very start, and how many are lost on the way. A stage larger than the one before shows a rate above 1: people enter there from elsewhere.':
    'Combien de personnes passent de chaque étape d’un parcours à la suivante : le taux de chaque étape, le taux depuis le tout début et combien sont perdues en chemin. Une étape plus grande que la précédente montre un taux supérieur à 1 : des personnes y entrent d’ailleurs.',
  'Names of the stages, the first one on top.': 'Noms des étapes, la première en haut.',
  'How many people reached each stage.': 'Combien de personnes ont atteint chaque étape.',
  'Stickiness (DAU/MAU): the users of an average day as a share of the users of the month. 0.5 means that a user comes every other day.':
    'Stickiness (DAU/MAU) : les utilisateurs d’un jour moyen en part des utilisateurs du mois. 0,5 signifie qu’un utilisateur vient un jour sur deux.',
  'Users active on each day of the month; of several days the mean is taken.':
    'Utilisateurs actifs chaque jour du mois ; pour plusieurs jours, la moyenne est prise.',
  'Different users active at any time in that month.':
    'Utilisateurs différents actifs à un moment quelconque de ce mois.',
  'Customer (logo) churn: the share of customers lost in a period.':
    'Attrition des clients (logo churn) : la part des clients perdus pendant une période.',
  'Customers lost in the period. With method start, only those who were there at the start.':
    'Clients perdus pendant la période. Avec la méthode start, seulement ceux qui étaient là au début.',
  'Customers won in the period. Only the methods average and exposure use it. 0 when left out.':
    'Clients gagnés pendant la période. Seules les méthodes average et exposure les utilisent. 0 si omis.',
  'What the lost customers are divided by.': 'Par quoi les clients perdus sont divisés.',
  'the customers at the start': 'les clients du début',
  'the mean of the customers at the start and at the end, for fast growth':
    'la moyenne des clients du début et de la fin, pour une croissance rapide',
  'the customers at the start plus half of the new ones, who were at risk for half the period':
    'les clients du début plus la moitié des nouveaux, qui étaient exposés pendant la moitié de la période',
  'Cohort triangle: customers grouped by the period of their first order, and the share of each group that came back in every period after it. A cell of 0 is a period in which nobody came back; a blank one is still to come.':
    'Triangle de cohortes : les clients groupés selon la période de leur première commande, et la part de chaque groupe qui est revenue à chaque période suivante. Une cellule à 0 est une période où personne n’est revenu ; une cellule vide est encore à venir.',
  'When a customer counts as retained in a period.': 'Quand un client compte comme fidélisé dans une période.',
  'with an order in that very period': 'avec une commande dans cette période même',
  'with an order in that period or any later one':
    'avec une commande dans cette période ou dans une période ultérieure',
  'the share of the cohort': 'la part de la cohorte',
  'the number of customers': 'le nombre de clients',
  'Cohort money: customers grouped by the period of their first order, and what each group brought in every period after it. 0 is a period in which nobody of them bought; blank is still to come.':
    'Revenu des cohortes : les clients groupés selon la période de leur première commande, et ce que chaque groupe a rapporté à chaque période suivante. 0 est une période où aucun d’eux n’a acheté ; vide est encore à venir.',
  'Amount of each order. A negative one is a refund: it lowers the revenue of its period, and is no order, so that it makes no customer; one before the customer’s first order is left out. A row without an amount is left out too.':
    'Montant de chaque commande. Un montant négatif est un remboursement : il diminue le revenu de sa période et n’est pas une commande, de sorte qu’il ne fait pas de client ; un remboursement antérieur à la première commande du client est écarté. Une ligne sans montant est écartée aussi.',
  'the revenue of the cohort in that period': 'le revenu de la cohorte dans cette période',
  'that revenue for each customer the cohort began with':
    'ce revenu pour chaque client avec lequel la cohorte a commencé',
  'what a customer of the cohort has brought up to then, the periods before included: lifetime revenue so far':
    'ce qu’un client de la cohorte a rapporté jusque-là, les périodes précédentes comprises : le revenu sur la durée de vie à ce jour',
  'the revenue as a share of that of period 0, blank where that is not above 0':
    'le revenu en part de celui de la période 0, vide si celui-ci n’est pas supérieur à 0',
  'Gross revenue retention: the share of the recurring revenue at the start of the period that is still there at its end. What customers pay more does not count, so it is 100% at most.':
    'Rétention brute du revenu (GRR) : la part du revenu récurrent du début de la période qui est encore là à la fin. Ce que les clients paient en plus ne compte pas ; c’est donc 100 % au maximum.',
  'What customers who left had paid at the start, as a positive number. New and reactivated customers stay out.':
    'Ce que les clients partis payaient au début, en nombre positif. Les clients nouveaux et réactivés restent en dehors.',
  'Why recurring revenue moved, period by period: new customers, expansion, contraction, churned and reactivated customers, from opening to closing. Losses are positive numbers unless asked otherwise. In the first period all is new, as nothing is known before it. The rows are a billing log, or a list of subscriptions when end_dates is given.':
    'Pourquoi le revenu récurrent a évolué, période par période : nouveaux clients, expansion, contraction, clients perdus et réactivés, de l’ouverture à la clôture. Les pertes sont des nombres positifs, sauf demande contraire. Dans la première période, tout est nouveau, car rien n’est connu avant elle. Les lignes sont un journal de facturation, ou une liste d’abonnements si end_dates est indiqué.',
  'Customer of each row of a billing log, or of each subscription.':
    'Client de chaque ligne d’un journal de facturation, ou de chaque abonnement.',
  'A day in the period that the row belongs to; with end_dates the day each subscription starts.':
    'Un jour de la période à laquelle appartient la ligne ; avec end_dates, le jour où commence chaque abonnement.',
  'Recurring revenue of that customer in that period. Several rows add up; no row, 0 or a credit alone means none in that period. With end_dates what the subscription brings in every period.':
    'Revenu récurrent de ce client dans cette période. Plusieurs lignes s’additionnent ; aucune ligne, 0 ou un avoir seul signifie aucun dans cette période. Avec end_dates, ce que l’abonnement rapporte à chaque période.',
  'Length of a period. Leave out the rows of one that is not billed in full yet: customers of a log without a row in the last period count as churned.':
    'Durée d’une période. Ne pas inclure les lignes d’une période qui n’est pas encore entièrement facturée : les clients d’un journal sans ligne dans la dernière période comptent comme perdus.',
  'For a list with one row a subscription: the day each ended, blank while it runs. It counts in a period if it runs at its end: new in the period of its start, churned in the period in which it ends. Where another one of the customer starts on that day or the day after, it hands over.':
    'Pour une liste avec une ligne par abonnement : le jour où chacun a pris fin, vide tant qu’il court. Il compte dans une période s’il court à la fin de celle-ci : nouveau dans la période de son début, perdu dans la période où il prend fin. Lorsqu’un autre du même client commence ce jour-là ou le lendemain, il prend le relais.',
  'Last day looked at, in the last period; later rows and ends are ignored. The latest date in the data when left out.':
    'Dernier jour pris en compte, dans la dernière période ; les lignes et les fins ultérieures sont ignorées. Si omis, la date la plus récente des données.',
  'How contraction and churned revenue are written.': 'Comment s’écrivent la contraction et le revenu perdu.',
  'as amounts that were lost': 'en montants perdus',
  'below zero, so that opening and the movements add up to closing, as a waterfall wants them':
    'au-dessous de zéro, de sorte que l’ouverture et les mouvements donnent ensemble la clôture, comme le veut un graphique en cascade',
  'Net revenue retention: what the customers of the start of the period pay at its end, as a share of what they paid at the start. Above 100% they grow more than they lose; new and reactivated customers stay out.':
    'Rétention nette du revenu (NRR) : ce que les clients du début de la période paient à la fin, en part de ce qu’ils payaient au début. Au-dessus de 100 %, ils croissent plus qu’ils ne perdent ; les clients nouveaux et réactivés restent en dehors.',
  'What customers of the start pay more. New and reactivated customers stay out.':
    'Ce que les clients du début paient en plus. Les clients nouveaux et réactivés restent en dehors.',
  'What customers who left had paid at the start, as a positive number.':
    'Ce que les clients partis payaient au début, en nombre positif.',
  'The share of customers who bought again within a number of days of their first order, 365 by default. Two orders on one day are one purchase, and customers too new to have had all those days are left out.':
    'Taux de réachat : la part des clients qui ont acheté de nouveau dans un certain nombre de jours après leur première commande, 365 par défaut. Deux commandes le même jour sont un seul achat, et les clients trop récents pour avoir eu tous ces jours sont écartés.',
  'Date of each order. Another order counts from the next day on: distinct days count, not orders.':
    'Date de chaque commande. Une autre commande compte à partir du lendemain : ce sont les jours distincts qui comptent, pas les commandes.',
  'Days after the first order in which another one counts, the last one included. 365 when left out.':
    'Jours après la première commande pendant lesquels une autre compte, le dernier compris. 365 si omis.',
  'Last day looked at; later orders are ignored. The latest date in the data when left out.':
    'Dernier jour pris en compte ; les commandes ultérieures sont ignorées. Si omis, la date la plus récente des données.',
  'Share of the customers at the start of a period who are still customers at its end. New customers do not count.':
    'Taux de rétention : la part des clients du début d’une période qui sont encore clients à la fin. Les nouveaux clients ne comptent pas.',
  'All customers at the end of the period, the new ones included.':
    'Tous les clients à la fin de la période, les nouveaux compris.',
  'Customers at the end who were none at the start: won in the period, or won back. They are taken off again.':
    'Clients de la fin qui ne l’étaient pas au début : gagnés pendant la période, ou reconquis. Ils sont déduits.',
  'Customer lifetime value from a list of orders: for each customer the chance that they still are one, the orders and the spend per order to expect, and the margin of these orders over the months to come. It learns from all customers together (the BG/NBD and gamma-gamma models); with fewer than about a hundred it is a rough guess. After a single order nobody can have left yet in the model: a p_alive of 1 there says nothing. Where repeat orders tell nothing of spend, expected_spend and clv are blank and the last row says why. CLV_BACKTEST tells how well it would have foretold the past.':
    'Valeur vie client d’après une liste de commandes : pour chaque client, la probabilité qu’il le soit encore, les commandes et la dépense par commande à attendre, et la marge de ces commandes dans les mois à venir. L’apprentissage porte sur tous les clients ensemble (modèles BG/NBD et gamma-gamma) ; avec moins d’une centaine environ, c’est une estimation grossière. Après une seule commande, personne ne peut encore être parti dans le modèle : un p_alive de 1 n’y dit rien. Lorsque les commandes répétées ne disent rien de la dépense, expected_spend et clv sont vides et la dernière ligne dit pourquoi. CLV_BACKTEST dit avec quelle qualité le passé aurait été prédit.',
  'Date of each order. All orders of a customer on one day are one order.':
    'Date de chaque commande. Toutes les commandes d’un client le même jour sont une seule commande.',
  'Amount of each order. A negative one is a refund of the latest order before it: it lowers that spend, and is no order. A customer whose repeat orders came to less than 0 counts as one who spent 0.':
    'Montant de chaque commande. Un montant négatif est un remboursement de la dernière commande qui précède : il diminue cette dépense et n’est pas une commande. Un client dont les commandes répétées font moins de 0 au total compte comme ayant dépensé 0.',
  'Gross margin as a share of the amounts.': 'Marge brute en part des montants.',
  'How many months to look ahead, of 30.4375 days. 12 when left out.':
    'Sur combien de mois regarder en avant, de 30,4375 jours chacun. 12 si omis.',
  'Per year, such as 10%: what comes in a month is discounted from its end, at a monthly rate of (1 + 10%)^(1/12) - 1. 0 when left out, and clv is then margin x orders x spend.':
    'Taux d’actualisation par an, par exemple 10 % : ce qui vient dans un mois est actualisé à partir de la fin de ce mois, au taux mensuel de (1 + 10%)^(1/12) - 1. 0 si omis, et clv est alors marge x commandes x dépense.',
  'Day from which to look ahead; later orders are ignored. The latest date in the data when left out.':
    'Jour à partir duquel on regarde en avant ; les commandes ultérieures sont ignorées. Si omis, la date la plus récente des données.',
  'What the table says.': 'Ce que dit le tableau.',
  'what to expect of each customer, on average': 'ce que l’on peut attendre de chaque client, en moyenne',
  'also low and high, between which 95 of 100 such customers will be, a row All with those of the total, and how sure this is in words':
    'également low et high, entre lesquels se situeront 95 de 100 clients semblables, une ligne All avec ceux du total, et en mots à quel point c’est sûr',
  'Recency, frequency and money: days since the last order, orders and revenue of each customer, each scored from 1 (worst) to 5 (best) among all customers, with a segment name such as Champions or At risk. The name follows from r and from the mean of f and m.':
    'Récence, fréquence et montant : jours depuis la dernière commande, commandes et revenu de chaque client, chacun noté de 1 (le moins bon) à 5 (le meilleur) parmi tous les clients, avec un nom de segment tel que Champions ou At risk. Le nom découle de r et de la moyenne de f et m.',
  'Amount of each order. A negative one is a refund: it lowers the revenue, and is no order.':
    'Montant de chaque commande. Un montant négatif est un remboursement : il diminue le revenu et n’est pas une commande.',
  'Day from which recency counts back; later orders are ignored. The latest date in the data when left out.':
    'Jour à partir duquel la récence compte en arrière ; les commandes ultérieures sont ignorées. Si omis, la date la plus récente des données.',
  'Highest score. 5 when left out: the scores are cut at every fifth of the customers.':
    'Note la plus haute. 5 si omis : les notes changent à chaque cinquième des clients.',
}
