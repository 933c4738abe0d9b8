"""What bench/peers/run.mjs compares with: the same questions, asked of pandas and numpy as an analyst would.

Reads the columns that it is given a folder of, then answers each line of its input, a question, with a line of JSON: the
milliseconds that the answer took, and the answer.
"""

import json
import sys
import time

import numpy as np
import pandas as pd

folder = sys.argv[1]


def column(name):
    with open(f"{folder}/{name}.json", encoding="utf-8") as file:
        return pd.Series(json.load(file))


def number_columns(name, count):
    cells = np.fromfile(f"{folder}/{name}.f64").reshape(count, -1)
    return pd.DataFrame({f"driver {i + 1}": cells[i] for i in range(count)})


# The columns as a user holds them: one type each, texts as objects; and where a column mixes types, what is in it.
orders = pd.DataFrame({name: column(name) for name in ("customer", "date", "amount")})
orders["customer"] = orders["customer"].astype(object)
answers = pd.DataFrame({name: column(name) for name in ("segment", "score")})
answers["segment"] = answers["segment"].astype(object)
by_category = answers.assign(segment=answers["segment"].astype("category"))
survey = number_columns("survey", 21)
table = pd.DataFrame({name: column(name).astype(object) for name in ("Order ID", "Order date", "Amount", "Comment")})
table["Rating"] = column("Rating").astype(float)


def nps(frame):
    points = (frame["score"] >= 9).astype(np.int8) - (frame["score"] <= 6).astype(np.int8)
    means = points.groupby(frame["segment"], observed=True).mean() * 100
    return means.sort_index()


def nps_of_objects():
    return nps(answers).tolist


def nps_of_categories():
    return nps(by_category).tolist


def rfm():
    last = orders["date"].max()
    groups = orders.groupby("customer", sort=False)
    found = groups.agg(date=("date", "max"), orders=("amount", "size"), revenue=("amount", "sum"))
    found["recency"] = last - found["date"]
    for name in ("recency", "orders", "revenue"):
        cuts = np.percentile(found[name], [20, 40, 60, 80])
        found[f"{name} score"] = 1 + np.searchsorted(cuts * (1 + 1e-12), found[name])
    found["recency score"] = 6 - found["recency score"]
    found["segment"] = segments[5 - found["recency score"], (found["orders score"] + found["revenue score"] - 1) // 2]
    columns = ["recency", "orders", "revenue", "recency score", "orders score", "revenue score"]
    return lambda: [found[name].sum() for name in columns] + [int((found["segment"] == "Champions").sum())]


segments = np.array(
    [
        ["New", "Potential loyalist", "Potential loyalist", "Champions", "Champions"],
        ["Promising", "Potential loyalist", "Potential loyalist", "Loyal", "Loyal"],
        ["About to sleep", "About to sleep", "Needs attention", "Loyal", "Loyal"],
        ["Hibernating", "Hibernating", "At risk", "At risk", "Can't lose"],
        ["Lost", "Hibernating", "At risk", "At risk", "Can't lose"],
    ],
    dtype=object,
)


def driver_impact():
    complete = survey.dropna()
    matrix = np.corrcoef(complete.to_numpy(), rowvar=False)
    among, outcome = matrix[1:, 1:], matrix[1:, 0]
    ranks = complete.rank().to_numpy()
    target = ranks[:, 0] - ranks[:, 0].mean()
    others = ranks[:, 1:] - ranks[:, 1:].mean(axis=0)
    by_rank = others.T @ target / np.sqrt((others**2).sum(axis=0) * (target**2).sum())
    effects = np.linalg.solve(among, outcome)
    values, vectors = np.linalg.eigh(among)
    root = vectors * np.sqrt(values) @ vectors.T
    weights = root**2 @ np.linalg.solve(root, outcome) ** 2
    weights /= weights.sum()
    order = np.argsort(-weights)
    return lambda: np.column_stack([outcome, by_rank, effects, weights])[order].ravel().tolist()


def data_check():
    """Of what DATA_CHECK looks at, what has a plain expression in pandas."""
    found = {name: [int(cells.isna().sum())] for name, cells in table.items()}
    for name in ("Order date", "Amount"):
        cells = table[name]
        texts = cells[cells.map(type) == str].astype(object)
        numbers = pd.to_numeric(texts, errors="coerce").notna()
        dates = pd.to_datetime(texts[~numbers], errors="coerce").notna()
        found[name] += [int(numbers.sum()), int(dates.sum())]
    for name in ("Order ID", "Comment"):
        texts = table[name].dropna()
        stray = (texts != texts.str.strip()) | texts.str.contains("  ", regex=False)
        found[name].append(int(stray.sum()))
    ids = table["Order ID"].dropna()
    found["Order ID"] += [
        int(ids.isin(["n/a", "N/A", "none", "None", "-", "unknown", "TBD"]).sum()),
        int(ids.nunique() - ids.str.lower().nunique()),
        int(ids.duplicated().sum()),
    ]
    outside = (table["Rating"] < 1) | (table["Rating"] > 5)
    found["Rating"].append(int(outside.sum()))
    found["All"] = [int(table.duplicated().sum())]
    return lambda: [count for counts in found.values() for count in counts]


questions = {question.__name__: question for question in (rfm, nps_of_objects, nps_of_categories, driver_impact, data_check)}

print(json.dumps({"pandas": pd.__version__, "numpy": np.__version__, "python": sys.version.split()[0]}), flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    answer = questions[line.strip()]()
    taken = (time.perf_counter() - start) * 1000
    # What is answered is told after the clock has stopped.
    print(json.dumps({"milliseconds": taken, "answer": answer()}, default=float), flush=True)
