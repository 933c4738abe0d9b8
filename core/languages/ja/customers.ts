// Japanese, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** How people become customers, and whether they stay. */
export const customers: Texts = {
  'The share of new users who reached the activation step within a number of days of signing up, 14 by default. Users who signed up too recently to have had all those days are left out.':
    '登録から一定の日数以内にアクティベーションの段階に達した新規ユーザーの割合。既定は 14 日。登録からまだその日数が経っていないユーザーは除外されます。',
  'Day each user signed up.': '各ユーザーが登録した日。',
  'Day each user activated. A blank cell means not yet.':
    '各ユーザーがアクティベーションした日。空白のセルは、まだであることを表します。',
  'Days after the sign-up in which activation counts, the last one included. 14 when left out.':
    'アクティベーションを数える、登録後の日数。最後の日を含みます。省略時は 14。',
  'Day from which to look back; what came later has not happened. The latest date in both columns when left out.':
    'どの日から振り返るか。それより後のことは、まだ起きていないものとします。省略時は、両方の列で最も新しい日付。',
  'The share of people who did what you hoped for, such as visitors who bought. With a confidence level it is a table that also says between which limits the true rate probably lies (Wilson’s interval).':
    '期待した行動をとった人の割合。購入した訪問者など。信頼水準を指定すると表になり、真の率がおそらくどの範囲にあるかも示します (ウィルソンの信頼区間)。',
  'How many converted.': 'コンバージョンした人数。',
  'How many could have, those who converted included.':
    'コンバージョンの可能性があった人数。コンバージョンした人を含みます。',
  'Confidence of the limits, such as 95%. No limits when left out.':
    '信頼限界の信頼水準。95% など。省略時は信頼限界なし。',
  'How many people get from each stage of a journey to the next: the rate of each step, the rate from the very start, and how many are lost on the way. A stage larger than the one before shows a rate above 1: people enter there from elsewhere.':
    'ジャーニーの各段階から次の段階へ何人が進むか: 各段階の移行率、最初からの率、途中で失われる人数。前より大きい段階の率は 1 を超えます。そこでほかから人が入っています。',
  'Names of the stages, the first one on top.': '段階の名前。最初の段階が一番上です。',
  'How many people reached each stage.': '各段階に達した人数。',
  'Stickiness (DAU/MAU): the users of an average day as a share of the users of the month. 0.5 means that a user comes every other day.':
    'スティッキネス (DAU/MAU): 平均的な 1 日のユーザー数の、その月のユーザー数に対する割合。0.5 は、ユーザーが 2 日に 1 回訪れることを表します。',
  'Users active on each day of the month; of several days the mean is taken.':
    'その月の各日にアクティブだったユーザー数。複数の日の場合は平均が使われます。',
  'Different users active at any time in that month.': 'その月に一度でもアクティブだった、重複のないユーザー数。',
  'Customer (logo) churn: the share of customers lost in a period.':
    '顧客の解約率 (ロゴチャーン): 期間に失われた顧客の割合。',
  'Customers lost in the period. With method start, only those who were there at the start.':
    '期間に失われた顧客数。方法が start の場合は、開始時にいた顧客だけ。',
  'Customers won in the period. Only the methods average and exposure use it. 0 when left out.':
    '期間に獲得した顧客数。方法 average と exposure だけが使います。省略時は 0。',
  'What the lost customers are divided by.': '失われた顧客数を何で割るか。',
  'the customers at the start': '開始時の顧客数',
  'the mean of the customers at the start and at the end, for fast growth':
    '開始時と終了時の顧客数の平均。成長が速い場合に',
  'the customers at the start plus half of the new ones, who were at risk for half the period':
    '開始時の顧客数に新規顧客数の半分を加えた数。新規顧客は期間の半分だけ解約の可能性があったものとします',
  'Cohort triangle: customers grouped by the period of their first order, and the share of each group that came back in every period after it. A cell of 0 is a period in which nobody came back; a blank one is still to come.':
    'コホートの三角表: 顧客を最初の注文の期間でまとめ、その後の各期間に戻ってきた割合をグループごとに示します。0 のセルは誰も戻らなかった期間、空白のセルはまだ来ていない期間です。',
  'When a customer counts as retained in a period.': '期間において顧客を継続とみなす条件。',
  'with an order in that very period': 'ちょうどその期間に注文がある',
  'with an order in that period or any later one': 'その期間またはそれ以降の期間に注文がある',
  'the share of the cohort': 'コホートに占める割合',
  'the number of customers': '顧客数',
  'Cohort money: customers grouped by the period of their first order, and what each group brought in every period after it. 0 is a period in which nobody of them bought; blank is still to come.':
    'コホートの売上: 顧客を最初の注文の期間でまとめ、その後の各期間に各グループがもたらした金額を示します。0 はそのうちの誰も購入しなかった期間、空白はまだ来ていない期間です。',
  'Amount of each order. A negative one is a refund: it lowers the revenue of its period, and is no order, so that it makes no customer; one before the customer’s first order is left out. A row without an amount is left out too.':
    '各注文の金額。負の金額は返金で、その期間の売上を減らします。注文ではないため、顧客を生みません。顧客の最初の注文より前の返金は除外されます。金額のない行も除外されます。',
  'the revenue of the cohort in that period': 'その期間のコホートの売上',
  'that revenue for each customer the cohort began with': 'その売上を、開始時のコホートの顧客数で割った 1 人当たりの額',
  'what a customer of the cohort has brought up to then, the periods before included: lifetime revenue so far':
    'コホートの顧客 1 人がそれまでにもたらした金額。前の期間を含む、現時点までの生涯売上です',
  'the revenue as a share of that of period 0, blank where that is not above 0':
    '期間 0 の売上に対する割合。期間 0 の売上が 0 を超えない場合は空白',
  'Gross revenue retention: the share of the recurring revenue at the start of the period that is still there at its end. What customers pay more does not count, so it is 100% at most.':
    '総収益維持率 (GRR): 期間の開始時の経常収益のうち、終了時にも残っている割合。顧客が増やした支払いは数えないため、最大で 100% です。',
  'What customers who left had paid at the start, as a positive number. New and reactivated customers stay out.':
    '離れた顧客が開始時に支払っていた金額。正の数で指定します。新規の顧客と復帰した顧客は含みません。',
  'Why recurring revenue moved, period by period: new customers, expansion, contraction, churned and reactivated customers, from opening to closing. Losses are positive numbers unless asked otherwise. In the first period all is new, as nothing is known before it. The rows are a billing log, or a list of subscriptions when end_dates is given.':
    '経常収益が変動した理由を期間ごとに示します: 新規顧客、拡大、縮小、解約した顧客、復帰した顧客を、期首から期末まで。指定がない限り、減少は正の数です。最初の期間は、それ以前のことがわからないため、すべて新規になります。行は請求のログ、または end_dates を指定した場合はサブスクリプションの一覧です。',
  'Customer of each row of a billing log, or of each subscription.':
    '請求のログの各行の顧客、または各サブスクリプションの顧客。',
  'A day in the period that the row belongs to; with end_dates the day each subscription starts.':
    '行が属する期間の中の日付。end_dates を指定した場合は、各サブスクリプションの開始日。',
  'Recurring revenue of that customer in that period. Several rows add up; no row, 0 or a credit alone means none in that period. With end_dates what the subscription brings in every period.':
    'その期間のその顧客の経常収益。複数の行は合計されます。行がない、0、または返金だけの場合は、その期間の収益はありません。end_dates を指定した場合は、サブスクリプションが各期間にもたらす金額。',
  'Length of a period. Leave out the rows of one that is not billed in full yet: customers of a log without a row in the last period count as churned.':
    '1 期間の長さ。まだ請求が完了していない期間の行は含めないでください。ログの顧客は、最後の期間に行がなければ解約とみなされます。',
  'For a list with one row a subscription: the day each ended, blank while it runs. It counts in a period if it runs at its end: new in the period of its start, churned in the period in which it ends. Where another one of the customer starts on that day or the day after, it hands over.':
    '1 行に 1 つのサブスクリプションがある一覧の場合: それぞれが終了した日。継続中は空白。期間の終わりに継続していれば、その期間に数えられます。開始した期間では新規、終了した期間では解約です。その日または翌日に同じ顧客の別のサブスクリプションが始まる場合は、引き継がれます。',
  'Last day looked at, in the last period; later rows and ends are ignored. The latest date in the data when left out.':
    '対象とする最後の日。最後の期間に属します。それより後の行と終了は無視されます。省略時は、データの中で最も新しい日付。',
  'How contraction and churned revenue are written.': '縮小と解約による収益の減少の書き方。',
  'as amounts that were lost': '失われた金額として',
  'below zero, so that opening and the movements add up to closing, as a waterfall wants them':
    '0 未満の値として。ウォーターフォール図に必要なように、期首と変動の合計が期末になります',
  'Net revenue retention: what the customers of the start of the period pay at its end, as a share of what they paid at the start. Above 100% they grow more than they lose; new and reactivated customers stay out.':
    '純収益維持率 (NRR): 期間の開始時の顧客が終了時に支払う金額の、開始時の支払額に対する割合。100% を超える場合、増加が減少を上回っています。新規の顧客と復帰した顧客は含みません。',
  'What customers of the start pay more. New and reactivated customers stay out.':
    '開始時の顧客が増やした支払額。新規の顧客と復帰した顧客は含みません。',
  'What customers who left had paid at the start, as a positive number.':
    '離れた顧客が開始時に支払っていた金額。正の数で指定します。',
  'The share of customers who bought again within a number of days of their first order, 365 by default. Two orders on one day are one purchase, and customers too new to have had all those days are left out.':
    'リピート率: 最初の注文から一定の日数以内に再び購入した顧客の割合。既定は 365 日。同じ日の 2 つの注文は 1 回の購入とし、まだその日数が経っていない新しい顧客は除外されます。',
  'Date of each order. Another order counts from the next day on: distinct days count, not orders.':
    '各注文の日付。次の注文は翌日から数えられます。数えるのは注文数ではなく、異なる日の数です。',
  'Days after the first order in which another one counts, the last one included. 365 when left out.':
    '次の注文を数える、最初の注文からの日数。最後の日を含みます。省略時は 365。',
  'Last day looked at; later orders are ignored. The latest date in the data when left out.':
    '対象とする最後の日。それより後の注文は無視されます。省略時は、データの中で最も新しい日付。',
  'Share of the customers at the start of a period who are still customers at its end. New customers do not count.':
    '顧客維持率: 期間の開始時の顧客のうち、終了時にも顧客である割合。新規の顧客は数えません。',
  'All customers at the end of the period, the new ones included.':
    '期間の終了時のすべての顧客数。新規の顧客を含みます。',
  'Customers at the end who were none at the start: won in the period, or won back. They are taken off again.':
    '終了時の顧客のうち、開始時には顧客でなかった数: 期間に獲得した顧客、または取り戻した顧客。差し引かれます。',
  'Customer lifetime value from a list of orders: for each customer the chance that they still are one, the orders and the spend per order to expect, and the margin of these orders over the months to come. It learns from all customers together (the BG/NBD and gamma-gamma models); with fewer than about a hundred it is a rough guess. After a single order nobody can have left yet in the model: a p_alive of 1 there says nothing. Where repeat orders tell nothing of spend, expected_spend and clv are blank and the last row says why. CLV_BACKTEST tells how well it would have foretold the past.':
    '注文の一覧から求める顧客生涯価値: 顧客ごとに、今も顧客である確率、見込まれる注文数と注文 1 件当たりの支出、今後の月々のそれらの注文の粗利を示します。すべての顧客からまとめて学習します (BG/NBD モデルとガンマ・ガンマモデル)。顧客がおよそ百人に満たない場合は、大まかな推定です。注文が 1 回だけの顧客は、モデル上まだ離れたはずがないため、p_alive が 1 でも何も意味しません。リピート注文から支出について何もわからない場合、expected_spend と clv は空白になり、最後の行に理由が示されます。CLV_BACKTEST は、過去をどれだけうまく予測できたかを示します。',
  'Date of each order. All orders of a customer on one day are one order.':
    '各注文の日付。同じ日の同じ顧客の注文は、すべてで 1 件の注文とします。',
  'Amount of each order. A negative one is a refund of the latest order before it: it lowers that spend, and is no order. A customer whose repeat orders came to less than 0 counts as one who spent 0.':
    '各注文の金額。負の金額は直前の注文の返金で、その支出を減らします。注文ではありません。リピート注文の合計が 0 未満の顧客は、0 を支出した顧客とみなされます。',
  'Gross margin as a share of the amounts.': '金額に占める粗利の割合。',
  'How many months to look ahead, of 30.4375 days. 12 when left out.':
    '何か月先まで見込むか。1 か月は 30.4375 日。省略時は 12。',
  'Per year, such as 10%: what comes in a month is discounted from its end, at a monthly rate of (1 + 10%)^(1/12) - 1. 0 when left out, and clv is then margin x orders x spend.':
    '1 年当たりの割引率。10% など。ある月の収入は、その月の終わりから、月率 (1 + 10%)^(1/12) - 1 で割り引かれます。省略時は 0 で、その場合 clv は粗利率 x 注文数 x 支出です。',
  'Day from which to look ahead; later orders are ignored. The latest date in the data when left out.':
    'どの日から先を見込むか。それより後の注文は無視されます。省略時は、データの中で最も新しい日付。',
  'What the table says.': '表に示す内容。',
  'what to expect of each customer, on average': '各顧客について平均的に見込まれる値',
  'also low and high, between which 95 of 100 such customers will be, a row All with those of the total, and how sure this is in words':
    'このような顧客 100 人のうち 95 人が収まる low と high、合計についてのそれらを示す行 All、どの程度確かかを示す言葉も加えます',
  'Recency, frequency and money: days since the last order, orders and revenue of each customer, each scored from 1 (worst) to 5 (best) among all customers, with a segment name such as Champions or At risk. The name follows from r and from the mean of f and m.':
    '最終購入日、購入頻度、購入金額 (RFM): 各顧客の最後の注文からの日数、注文数、売上に、全顧客の中で 1 (最低) から 5 (最高) の点数を付け、Champions や At risk などのセグメント名を示します。名前は r と、f と m の平均とで決まります。',
  'Amount of each order. A negative one is a refund: it lowers the revenue, and is no order.':
    '各注文の金額。負の金額は返金で、売上を減らします。注文ではありません。',
  'Day from which recency counts back; later orders are ignored. The latest date in the data when left out.':
    '最終購入日からの日数をどの日から数えるか。それより後の注文は無視されます。省略時は、データの中で最も新しい日付。',
  'Highest score. 5 when left out: the scores are cut at every fifth of the customers.':
    '最高の点数。省略時は 5 で、点数は顧客の 5 分の 1 ごとに区切られます。',
}
