"""The same sheet as form 01 on A4 landscape, written for typst: the yardstick of J2."""

from onestop_desktop.domain.slips import Receipt
from onestop_desktop.forms import codes

_SHEET = """\
#set page(width: 297mm, height: 210mm, margin: 11mm, columns: 1)
#set text(font: "Liberation Serif", size: 11pt, lang: "vi")
#set block(spacing: 4pt)
#set par(spacing: 4pt, leading: 3pt)
#set table(inset: 2pt, stroke: 0.5pt)
#let half(copy) = block(width: 100%)[
  #grid(columns: (42%, 58%), align: center,
    [{parent} \\ *{unit}* \\ #line(length: 40%, stroke: 0.6pt)],
    [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ *Độc lập - Tự do - Hạnh phúc* \\
     #line(length: 60%, stroke: 0.6pt) _{place}_])
  #grid(columns: (1fr, auto), image(bytes("{bars}"), format: "svg", height: 28pt),
    image(bytes("{qr}"), format: "svg", height: 44pt))
  Số: {number}
  #align(center)[#text(13pt)[*GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ*] \\ *Mã hồ sơ: {code}* \\ _(#copy)_]
  {lines}
  #table(columns: (7%, 53%, 12%, 16%, 12%), [*TT*], [*Thành phần hồ sơ*], [*Bản chính*],
    [*Bản chứng thực*], [*Bản chụp*], {cells})
  {more}
  #grid(columns: (1fr, 1fr), align: center,
    [*NGƯỜI NỘP HỒ SƠ* \\ _(Ký và ghi rõ họ tên)_ \\ \\ \\ \\ {name}],
    [*NGƯỜI TIẾP NHẬN HỒ SƠ* \\ _(Ký và ghi rõ họ tên)_ \\ \\ \\ \\ *{officer}*])
  #line(length: 100%, stroke: 0.5pt)
  _Kết quả có thể có sớm hơn; hỏi {phone}. \\ Khi nhận kết quả, mang theo giấy này._
]
#grid(columns: (1fr, 1fr), gutter: 22mm, half[Liên 1: Giao người nộp hồ sơ], half[Liên 2: Lưu])
"""


def typst_source(receipt: Receipt) -> str:
    """The document for one receipt."""
    dossier, agency, person = receipt.dossiers[0], receipt.agency, receipt.applicant
    lines = (
        agency["desk_name"],
        f"Tiếp nhận hồ sơ của: Bà *{person['name'].upper()}*",
        f"Số định danh cá nhân: {person['identity']}",
        f"Địa chỉ: {person['address']}",
        f"Số điện thoại: {person['phone']} Email: (không có)",
        f"Nội dung yêu cầu giải quyết: {dossier.procedure}",
        "Thành phần hồ sơ nộp gồm:",
    )
    more = (
        "Số lượng hồ sơ: 01 (bộ) Phí, lệ phí: 12.000 đồng",
        "Thời gian giải quyết hồ sơ theo quy định: trong ngày làm việc",
        f"Thời gian nhận hồ sơ: {dossier.received_at}",
        f"Thời gian trả kết quả: *{dossier.promised_at}*",
        f"Đăng ký nhận kết quả tại: {agency['desk_name']}",
        f"Vào Sổ theo dõi hồ sơ, Quyển số: {dossier.volume} Số thứ tự: {dossier.number:04d}",
    )
    cells = ", ".join(
        f"[{at}], [{paper.name}], [{paper.originals}], [{paper.certified}], [{paper.copies}]"
        for at, paper in enumerate(dossier.papers, start=1)
    )
    values = {
        "parent": agency["parent"].replace("\n", " \\ "),
        "unit": agency["unit"].replace("\n", " \\ "),
        "place": f"{agency['place']}, ngày 25 tháng 11 năm 2026",
        "bars": _bars(dossier.code),
        "qr": _qr(dossier.code),
        "number": f"{receipt.number:04d}/{agency['number_suffix']}",
        "code": dossier.code,
        "lines": " \\ ".join(lines),
        "more": " \\ ".join(more),
        "cells": cells,
        "name": person["name"],
        "officer": receipt.officer,
        "phone": agency["phone"],
    }
    source = _SHEET
    for name, value in values.items():
        source = source.replace(f"{{{name}}}", value)
    return source


def _bars(code: str) -> str:
    return _svg([codes.bar_modules(code).encode().translate(bytes.maketrans(b"01", b"\0\1"))], 40)


def _qr(code: str) -> str:
    return _svg(list(codes.qr_rows(code)), 1)


def _svg(rows: list[bytes], height: int) -> str:
    """The dark modules as one path, quoted for a typst string."""
    path = "".join(
        f"M{x} {y * height}h1v{height}h-1z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    size = f"0 0 {len(rows[0])} {len(rows) * height}"
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='{size}'><path d='{path}'/></svg>"
