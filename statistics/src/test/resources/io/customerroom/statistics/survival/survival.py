# Writes survival.csv: Kaplan-Meier with Greenwood and log-log bounds by SciPy. Python 3.11, scipy 1.17.1:
#   python3 survival.py > survival.csv
from scipy.stats import CensoredData, ecdf

# Remission of leukaemia under 6-mercaptopurine, weeks (E. A. Gehan, 1965, Biometrika 52, 203-223).
lost = [6, 6, 6, 7, 10, 13, 16, 22, 23]
staying = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]

sf = ecdf(CensoredData(uncensored=lost, right=staying)).sf
bounds = sf.confidence_interval(confidence_level=0.95, method="log-log")
print("age,survival,low,high")
for age in sorted(set(lost)):
    print(",".join(repr(float(f.evaluate(age))) for f in (sf, bounds.low, bounds.high)).join([f"{age},", ""]))
