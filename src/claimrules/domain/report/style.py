"""How a page looks: by day, by night, on a narrow screen, on paper."""

from __future__ import annotations

from typing import Final

_COLOURS: Final = """
:root { color-scheme: light dark; --ink: #1e293b; --pale: #55627a; --line: #d8dee9; --ground: #f4f6fa; --card: #ffffff;
  --link: #0b5cad; --good: #15703a; --coming: #0e6d88; --open: #8a5a00; --bad: #b42318;
  --urgent: #7c1d12; --urgent-ground: #fdece9; }
@media (prefers-color-scheme: dark) { :root { --ink: #e5e9f0; --pale: #a3aec2; --line: #364156; --ground: #11161f;
  --card: #1a212d; --link: #7ab7ff; --good: #63d38e; --coming: #62cfe8; --open: #f0c05c; --bad: #ff8f80;
  --urgent: #ffc9c0; --urgent-ground: #43201c; } }
"""

_SHAPES: Final = """
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: break-word;
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK KR', 'DejaVu Sans', sans-serif; }
main { max-width: 66rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 .7rem; }
h3 { font-size: 1.02rem; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; }
h3 span { font-variant-numeric: tabular-nums; }
p { margin: .4rem 0; }
header p, footer, .quiet { color: var(--pale); }
footer { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: .6rem; font-size: .9rem; }
p.urgent { color: var(--urgent); background: var(--urgent-ground); border-left: .3rem solid currentColor;
  border-radius: .3rem; padding: .6rem .9rem; margin: .8rem 0; font-weight: 600; }
article { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem;
  margin: .7rem 0; }
ul { margin: .3rem 0; padding-left: 1.2rem; }
article > ul { list-style: none; padding-left: 0; }
li { margin: .15rem 0; }
li.good, li.coming, li.open, li.bad { font-weight: 600; }
.good { color: var(--good); } .coming { color: var(--coming); } .open { color: var(--open); } .bad { color: var(--bad); }
li.quiet { font-size: .88rem; }
a { color: var(--link); }
.wide, figure { overflow-x: auto; margin: .7rem 0; }
figure { background: #ffffff; border: 1px solid var(--line); border-radius: .5rem; padding: .4rem; }
figure svg { display: block; margin: 0 auto; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--pale); font-weight: 600; }
td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; margin: .4rem 0; font-size: .93rem; }
dt { color: var(--pale); } dd { margin: 0; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
"""

_ON_PAPER: Final = """
@media print { :root { color-scheme: light; --ink: #000000; --pale: #444444; --line: #bbbbbb; --ground: #ffffff;
  --card: #ffffff; --link: #000000; --good: #0b5a2b; --coming: #0b5468; --open: #6b4600; --bad: #8f1b12;
  --urgent: #7c1d12; --urgent-ground: #ffffff; }
  body { font-size: 10.5pt; } main { padding: 0; max-width: none; } h2 { break-after: avoid; }
  article, tr, figure, p.urgent { break-inside: avoid; } figure { border: 0; padding: 0; overflow: visible; }
  figure svg { width: 100%; height: auto; } td:first-child { white-space: normal; } @page { margin: 16mm; } }
"""

STYLE: Final = _COLOURS + _SHAPES + _ON_PAPER
