"""English abbreviations and what they are short for."""

ABBREVIATIONS = {
    "acc.": "account", "a/c": "account", "addr.": "address", "approx.": "approximately",
    "appt.": "appointment", "apt.": "apartment", "attn.": "attention", "ave.": "avenue",
    "c/o": "care of", "cf.": "compare", "ch.": "chapter", "co.": "company", "cont.": "continued",
    "dept.": "department", "dr.": "doctor", "dr": "doctor", "e.g.": "for example",
    "eg.": "for example", "encl.": "enclosed", "enc.": "enclosed", "esp.": "especially",
    "est.": "estimated", "etc.": "et cetera", "excl.": "excluding", "ext.": "extension",
    "fig.": "figure", "gov.": "government", "govt.": "government", "hr.": "hour", "hrs.": "hours",
    "i.e.": "that is", "ie.": "that is", "inc.": "incorporated", "incl.": "including",
    "int.": "international", "ltd.": "limited", "ltd": "limited", "max.": "maximum",
    "min.": "minimum", "misc.": "miscellaneous", "mr.": "mister", "mr": "mister",
    "mrs.": "missus", "mrs": "missus", "ms.": "miz", "n.b.": "note well", "no.": "number",
    "nos.": "numbers", "nr.": "number", "p.": "page", "pp.": "pages", "p.a.": "per year",
    "para.": "paragraph", "paras.": "paragraphs", "pct.": "percent", "ph.": "phone",
    "prof.": "professor", "q.v.": "which see", "qty.": "quantity", "re.": "regarding",
    "ref.": "reference", "ref": "reference", "reg.": "registration", "rd.": "road",
    "sec.": "section", "sect.": "section", "st.": "saint", "subj.": "subject", "tel.": "telephone",
    "tel": "telephone", "temp.": "temporary", "viz.": "namely", "vol.": "volume",
    "vs.": "versus", "w/o": "without", "yr.": "year", "yrs.": "years", "jan.": "January",
    "feb.": "February", "mar.": "March", "apr.": "April", "jun.": "June", "jul.": "July",
    "aug.": "August", "sep.": "September", "sept.": "September", "oct.": "October",
    "nov.": "November", "dec.": "December", "mon.": "Monday", "tue.": "Tuesday",
    "tues.": "Tuesday", "wed.": "Wednesday", "thu.": "Thursday", "thur.": "Thursday",
    "thurs.": "Thursday", "fri.": "Friday", "sat.": "Saturday", "sun.": "Sunday",
    "kr.": "kroner", "kr": "kroner", "mio.": "million", "mia.": "billion", "art.": "article",
    "stk.": "subsection",
    "aps": "A.P.S.", "a/s": "A.S.", "vat no.": "V.A.T. number", "asap": "as soon as possible",
}  # fmt: skip

# These often end a sentence: before a capital letter their dot is a stop.
ENDERS = frozenset({
    "etc.", "a.m.", "p.m.", "inc.", "ltd.", "co.", "kr.", "p.a.", "hrs.", "yrs.", "mio.", "mia.",
    "pct.", "rd.", "ave.",
})  # fmt: skip

# Words of their own, or ends of sentences: only read where a new sentence does not follow.
DOUBTFUL = frozenset({
    "no.", "co.", "st.", "mar.", "sat.", "sun.", "re.", "max.", "fig.", "p.", "ms.", "wed.",
    "min.", "art.", "est.", "sec.", "temp.", "esp.", "mon.", "ph.", "jun.", "jul.", "acc.", "fri.",
    "hr.", "reg.", "ref.", "ext.",
})  # fmt: skip
