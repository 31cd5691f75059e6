import { createHash } from 'node:crypto';

/** The look of shared pages: for phone, desk and paper, by day and by night. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#f6f3ec;--surface:#fffefb;--ink:#1d2a2b;--subtle:#586466;--edge:#e3ddd0;--accent:#0d6165;--tint:#e3efee;--good:#1f6b3a;--attention:#a3361b;--warm:#a8550f;--sand:#fbf1e3}
@media (prefers-color-scheme:dark){:root{--ground:#12191b;--surface:#1b2528;--ink:#eaf0ef;--subtle:#a5b3b4;--edge:#2e3b3f;--accent:#7fd0ca;--tint:#20363a;--good:#86d69f;--attention:#ffa58c;--warm:#f0a35e;--sand:#2b2620}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,sans-serif}
main{max-width:46rem;margin:0 auto;padding:2.5rem 1.25rem 3rem}
h1,h2{font-family:Georgia,"Times New Roman","Liberation Serif",serif;font-weight:600;line-height:1.2;margin:0;text-wrap:balance;overflow-wrap:anywhere}
h1{font-size:clamp(1.9rem,6vw,2.7rem);letter-spacing:-.01em}
h2{font-size:1.3rem}
p{margin:0}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
.place{color:var(--accent);font-weight:650;font-size:.8rem;letter-spacing:.09em;text-transform:uppercase;margin-bottom:.5rem}
.when{color:var(--subtle);font-size:1.1rem;margin-top:.4rem}
.glance{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;margin:1.1rem 0 0;padding:0}
.glance li{background:var(--surface);border:1px solid var(--edge);border-radius:999px;padding:.25rem .85rem;font-size:.92rem}
.glance strong{font-weight:650}
.glance .ok{color:var(--good)}.glance .no{color:var(--attention)}
.day{background:var(--surface);border:1px solid var(--edge);border-radius:1rem;margin-top:1.5rem;padding:1.25rem 1.35rem .6rem}
.day header{display:flex;align-items:baseline;justify-content:space-between;gap:1rem;flex-wrap:wrap;padding-bottom:.85rem;border-bottom:1px solid var(--edge)}
.day .date{color:var(--subtle);font-size:.95rem}
ol{list-style:none;margin:0;padding:.85rem 0 0}
.item{display:grid;grid-template-columns:3.4rem 1.1rem 1fr;column-gap:.7rem;position:relative;padding-bottom:1rem}
.item::before{content:"";grid-column:2;grid-row:1;justify-self:center;width:.7rem;height:.7rem;margin-top:.42rem;border-radius:50%;background:var(--accent);box-shadow:0 0 0 4px var(--surface);z-index:1}
.item::after{content:"";position:absolute;left:calc(3.4rem + .7rem + .55rem - 1px);top:.6rem;bottom:-.6rem;width:2px;background:var(--edge)}
.item:last-child::after{display:none}
.item.meal::before{background:var(--warm)}
.item.free::before{background:var(--surface);border:2px solid var(--edge)}
.item time{grid-column:1;grid-row:1;text-align:right;font-variant-numeric:tabular-nums;font-weight:600}
.item time small{display:block;font-weight:400;font-size:.8rem;color:var(--subtle)}
.item>div{grid-column:3;grid-row:1;min-width:0;overflow-wrap:anywhere}
.what{display:flex;justify-content:space-between;gap:1rem}
.what b{font-weight:650}
.what span{white-space:nowrap;font-variant-numeric:tabular-nums;color:var(--subtle)}
.free .what b{font-weight:400;color:var(--subtle)}
.more{color:var(--subtle);font-size:.9rem;display:flex;flex-wrap:wrap;gap:0 .9rem}
.who{color:var(--warm);font-size:.9rem;font-weight:650}
nav .glance{margin-top:.6rem}
.glance a[aria-current]{color:inherit;font-weight:650;text-decoration:none}
.rain{font-size:.9rem;margin-top:.15rem}.rain::before{content:"☂ ";color:var(--accent)}
.box{border-radius:1rem;margin-top:1.5rem;padding:1.2rem 1.35rem}
.open{background:var(--sand)}
.proof{background:var(--tint)}
.box ul{list-style:none;margin:.6rem 0 0;padding:0}
.box li{display:grid;grid-template-columns:1.4rem 1fr;padding:.28rem 0;overflow-wrap:anywhere}
.box li::before{content:"→";color:var(--warm)}
.proof li::before{content:"✓";color:var(--good);font-weight:700}
.proof li.no::before{content:"!";color:var(--attention)}
.proof .label{font-weight:650}
.source .day{padding-bottom:1.1rem}.source .day p{margin-top:.6rem;overflow-wrap:anywhere}.source>header p{margin-top:.5rem}
mark{background:light-dark(#ffe3a3,#6b4f12);color:inherit;border-radius:.2rem;padding:.05rem .15rem;scroll-margin-top:30vh;box-decoration-break:clone;-webkit-box-decoration-break:clone}
section.part{margin-top:2.2rem}section.part>h2{margin-bottom:.8rem}
.medals,.decided,.photos{list-style:none;margin:0;padding:0;display:grid;gap:.8rem}
.medals{grid-template-columns:repeat(auto-fill,minmax(13.5rem,1fr))}
.medals li{background:var(--surface);border:1px solid var(--edge);border-radius:1rem;padding:1rem 1.15rem;overflow-wrap:anywhere}
.medals .name{color:var(--warm);font-weight:650;font-size:.8rem;letter-spacing:.05em;text-transform:uppercase}
.medals b{display:block;font:600 1.15rem/1.3 Georgia,"Times New Roman","Liberation Serif",serif;margin:.15rem 0}
.medals .proof,.decided span{color:var(--subtle);font-size:.92rem}
.medals .proof{background:none}
.decided{background:var(--surface);border:1px solid var(--edge);border-radius:1rem;padding:1rem 1.35rem}
.decided b{font-weight:650}.decided li{overflow-wrap:anywhere}
.photos{grid-template-columns:repeat(auto-fill,minmax(13rem,1fr))}
figure{margin:0;background:var(--surface);border:1px solid var(--edge);border-radius:1rem;overflow:hidden;break-inside:avoid}
figure img{display:block;width:100%;height:11rem;object-fit:cover}
figure a{display:block}
figcaption{padding:.55rem .9rem .7rem;font-size:.92rem;overflow-wrap:anywhere}figcaption span{display:block;color:var(--subtle);font-size:.85rem}
footer{color:var(--subtle);font-size:.85rem;margin-top:2rem;text-align:center}
.gone{min-height:80vh;display:grid;align-content:center;text-align:center;gap:.8rem}
.gone button{font:inherit;padding:.7rem 1.4rem;border:0;border-radius:.6rem;background:var(--accent);color:var(--surface);cursor:pointer}
.gone p{color:var(--subtle);max-width:28rem;margin:0 auto}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:30rem){main{padding:1.75rem .85rem 2rem}.day,.box{padding-left:1rem;padding-right:1rem}.item{grid-template-columns:2.8rem 1.1rem 1fr;column-gap:.5rem}.item::after{left:calc(2.8rem + .5rem + .55rem - 1px)}.what{flex-wrap:wrap;gap:0 .8rem}}
@media print{:root{color-scheme:light;--ground:#fff;--surface:#fff;--ink:#000;--subtle:#444;--edge:#bbb;--accent:#0d6165;--tint:#fff;--sand:#fff;--good:#1f6b3a;--attention:#a3361b;--warm:#a8550f}@page{margin:14mm}body{font-size:10pt}main{max-width:none;padding:0}.day,.box{break-inside:avoid;border:1px solid var(--edge);margin-top:10pt;padding:9pt 12pt 4pt;border-radius:6pt}.item{break-inside:avoid;padding-bottom:6pt}.item::before{print-color-adjust:exact;-webkit-print-color-adjust:exact}.map,.way,nav{display:none}.day header{break-after:avoid}.what{break-after:avoid}footer{margin-top:12pt}}
`;

/** Names the style for the content security policy: no other style, and no script at all, may run on the page. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
