import sys,re,random,quopri,base64
from pathlib import Path
from datetime import datetime
from email.utils import format_datetime
from email.header import Header
root=Path(__file__).resolve().parent
idx=root/"INDEX.tsv"
if not idx.exists(): idx.write_text("path\tlabel\tkind\tlanguage\tmarkup\n")
CTE={"7":"7bit","8":"8bit","q":"quoted-printable","b":"base64"}
OE=["5.50.4522.1200","6.00.2600.0000","6.00.2800.1106","6.00.2900.2180","6.00.2900.5512"]
def gif(r):
    w,h=r.randint(80,600),r.randint(40,480)
    c=bytes(r.randrange(256) for _ in range(r.randint(90,400)))
    out=b"GIF89a"+w.to_bytes(2,"little")+h.to_bytes(2,"little")+b"\x80\0\0"+bytes(r.randrange(256) for _ in range(3))+b"\xff\xff\xff"
    out+=b"!\xfe"+b"".join(bytes([len(c[i:i+255])])+c[i:i+255] for i in range(0,len(c),255))+b"\0"
    return out+b",\0\0\0\0\1\0\1\0\0\x02\x02D\x01\0;"
def qp(x):
    o=[]
    for l in x.split(b"\n"):
        e="".join(chr(c) if (32<=c<127 and c!=61) or c==9 else "=%02X"%c for c in l)
        if e.endswith((" ","\t")): e=e[:-1]+"=%02X"%ord(e[-1])
        while len(e)>76:
            k=max(e.rfind(" ",30,74),e.rfind(">",30,74))+1 or 75
            if k==75:
                if e[74]=="=": k=74
                elif e[73]=="=": k=73
            o.append(e[:k]+"="); e=e[k:]
        o.append(e)
    return "\n".join(o).encode()
def b64(b): return base64.encodebytes(b).decode().rstrip("\n")
for e in re.split(r"(?m)^@@@ ",sys.stdin.read())[1:]:
    first,txt=e.split("\n",1); lab,slug,kind,lang=first.split(); lab={"h":"ham","s":"spam","p":"phish"}[lab]
    n=len(list((root/lab).glob("*.eml")))+1; path=f"{lab}/{n:03d}-{slug}.eml"; r=random.Random(path)
    when=None; out=[]; mv=False
    dm=re.search(r"(?m)^%d (.+)$",txt); when=datetime.strptime(dm[1].strip(),"%Y-%m-%d %H:%M:%S %z")
    hx=lambda k:"".join(r.choice("0123456789ABCDEF") for _ in range(k))
    for l in txt.rstrip("\n").split("\n"):
        m=re.match(r"%([a-zA-Z])(?: (.*))?$",l)
        if not m: out.append(l); continue
        c,a=m[1],(m[2] or "").split(); o=None
        if c in "phxarm" and not (c=="m" and a[0] in("oe","ol","tb")) and not mv: out.append("MIME-Version: 1.0"); mv=True
        if c=="d": o="Date: "+format_datetime(when)
        elif c in "ph": o=f"Content-Type: text/{'plain' if c=='p' else 'html'}; charset={a[0]}\nContent-Transfer-Encoding: {CTE[a[1]]}"
        elif c in "ax" or c=="r": o=f"Content-Type: multipart/{ {'a':'alternative','x':'mixed','r':'related'}[c] };\n\tboundary=\"{a[0]}\""
        elif c=="m":
            if a[0]=="oe": v=r.choice(OE); o=f"X-Priority: 3\nX-MSMail-Priority: Normal\nX-Mailer: Microsoft Outlook Express {v}\nX-MimeOLE: Produced By Microsoft MimeOLE V{v}"
            elif a[0]=="ol": o=f"X-Mailer: Microsoft Office Outlook 11\nThread-Index: Acb{base64.b64encode(bytes(r.randrange(256) for _ in range(14))).decode()}=="[:90]
            else: o="User-Agent: "+r.choice(["Mozilla Thunderbird 1.0.6 (Windows/20050716)","Thunderbird 1.5.0.9 (X11/20061219)","Thunderbird 2.0.0.14 (Windows/20080421)","Mozilla/5.0 (X11; U; Linux i686; en-US; rv:1.7.12) Gecko/20050922"])
        elif c=="i":
            s,d=a; t=when.strftime("%Y%m%d%H%M%S")
            o="Message-ID: <"+{"oe":f"{hx(6).lower()}01c{hx(5).lower()}${hx(8).lower()}${hx(8).lower()}@{d}","jm":f"{r.randrange(10**8)}.{r.randrange(10**13)}.JavaMail.root@{d}","x":f"{t}.{hx(8)}@{d}","g":f"{hx(20).lower()}{r.randrange(10**6)}@{d}","tb":f"{hx(8)}.{r.randrange(10**7)}@{d}","q":f"{t}.{r.randrange(99999)}.qmail@{d}","ol":f"{hx(32)}@{d}"}[s]+">"
        elif c=="R":
            o=f"Return-Path: <{a[0]}>\nReceived: from {a[1]} ({a[1]} [{a[2]}])\n\tby {a[3]} (Postfix) with ESMTP id {hx(10)}\n\tfor <{a[4]}>; {format_datetime(when)}"
        elif c=="g":
            nm=a[0]; o=f"Content-Type: image/gif; name=\"{nm}\"\nContent-Transfer-Encoding: base64\n"+(f"Content-ID: <{a[1]}>\n" if len(a)>1 else f"Content-Disposition: attachment; filename=\"{nm}\"\n")+"\n"+b64(gif(r))
        else: raise SystemExit("alias "+l)
        out.append(o)
    raw="\n".join(out)+"\n"; head,body=raw.split("\n\n",1)
    css=re.findall(r"charset=\"?([\w-]+)",raw); cs=next((x for x in css if x!="us-ascii"),"us-ascii")
    def hd(l):
        if l.isascii(): return l
        k,v=l.split(": ",1); m=re.match(r'"?([^"<]+?)"? (<.*>)$',v)
        if m and k!="Subject": return f"{k}: {Header(m[1],cs).encode()} {m[2]}"
        return f"{k}: "+Header(v,cs,header_name=k).encode()
    head="\n".join(hd(l) for l in head.split("\n"))
    def encbody(h,b):
        m=re.search(r"charset=\"?([\w-]+)",h); t=re.search(r"Transfer-Encoding: (\S+)",h); c=m[1] if m else "us-ascii"
        if "image/" in h: return b.encode()
        x=b.encode(c)
        if t and t[1]=="quoted-printable": return qp(x)
        if t and t[1]=="base64" and "text/" in h: return base64.encodebytes(x)
        return x
    if "multipart/" in head:
        bs=re.findall(r'boundary="([^"]+)"',raw); parts=re.split("(?m)^(--(?:"+"|".join(map(re.escape,bs))+")(?:--)?\n)",body); res=parts[0].encode()
        for j in range(1,len(parts),2):
            res+=parts[j].encode(); p=parts[j+1]
            if "\n\n" in p and p.startswith("Content-"):
                ph,pb=p.split("\n\n",1); res+=ph.encode()+b"\n\n"+encbody(ph,pb)
            else: res+=p.encode()
        data=head.encode()+b"\n\n"+res
    else: data=head.encode()+b"\n\n"+encbody(head,body)
    (root/path).write_bytes(data)
    p,h="text/plain" in raw or "text/" not in raw,"text/html" in raw
    with idx.open("a") as f: f.write(f"{path}\t{lab}\t{kind}\t{lang}\t{'both' if p and h else 'html' if h else 'plain'}\n")
