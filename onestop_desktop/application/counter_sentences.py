"""Sentences of what the day at the counter is refused: books, money, closing: (Vietnamese, English)."""

REFUSED_COUNTER: dict[str, tuple[str, str]] = {
    "not_certification": (
        "Thủ tục {procedure} không vào sổ chứng thực nào; tiếp nhận như hồ sơ thường.",
        "The procedure {procedure} goes into no certification book; receive it as usual.",
    ),
    "number_unknown": (
        "Sổ chưa cấp số {number} năm {year}.",
        "No number {number} of {year} was given in that book.",
    ),
    "number_spoilt": (
        "Số {number} năm {year} đã ghi hỏng rồi.",
        "The number {number} of {year} is spoilt already.",
    ),
    "signer_missing": (
        "Thiếu người ký chứng thực: lãnh đạo đang có mặt, hoặc ủy quyền.",
        "Who signs is missing: a leader who is present, or a delegation.",
    ),
    "signer_received_it": (
        "{officer} vừa là người tiếp nhận: chọn lãnh đạo ký, hoặc ghi ủy quyền (Thiết lập, Alt+U).",
        "{officer} receives it himself: name a leader who signs, or record a delegation (Settings, Alt+U).",
    ),
    "settle_again": (
        "Số chứng thực của hồ sơ {code} đã ghi hỏng khi trả lại: giải quyết lại để lấy số mới.",
        "The numbers of dossier {code} were spoilt when it was sent back: settle it again for new ones.",
    ),
    "till_too_low": (
        "Két chỉ còn {held} đồng, không hoàn được {amount} đồng tiền mặt: hoàn bằng chuyển khoản.",
        "The till holds {held} dong, {amount} dong in cash cannot go back: refund by transfer.",
    ),
    "book_closed": (
        "Sổ năm {year} đã khóa: không cấp, không sửa số nào nữa.",
        "The book of {year} is closed: no number is given or changed in it.",
    ),
    "book_too_early": (
        "Sổ năm {year} chỉ khóa từ ngày 31/12/{year}.",
        "The book of {year} is closed on 31/12/{year} or later.",
    ),
    "book_not_closed": (
        "Sổ năm {year} chưa khóa nên chưa có trang khóa sổ.",
        "The book of {year} is not closed, so it has no closing page.",
    ),
    "fee_unknown": (
        "Danh mục chưa có mức phí của hồ sơ {code}: gõ số tiền đã thu.",
        "The catalogue has no fee for dossier {code}: type the amount taken.",
    ),
    "fee_paid": (
        "Hồ sơ {code} đã thu đủ phí, hoặc không phải nộp phí.",
        "The fee of dossier {code} is paid, or none is due.",
    ),
    "fee_reason_missing": (
        "Thu {amount} đồng thay vì {fee} đồng: phải ghi lý do.",
        "Taking {amount} dong instead of {fee} dong needs a reason.",
    ),
    "receipt_unknown": (
        "Hồ sơ {code} không có biên lai số {receipt}.",
        "Dossier {code} has no receipt {receipt}.",
    ),
    "receipt_refunded": (
        "Biên lai số {receipt} đã hoàn hết.",
        "Nothing is left to refund under receipt {receipt}.",
    ),
    "refund_too_large": (
        "Chỉ hoàn được từ 1 đến {left} đồng, không phải {amount} đồng.",
        "Between 1 and {left} dong can be refunded, not {amount} dong.",
    ),
    "cash_too_much": (
        "Két đang có {held} đồng, không bàn giao được {amount} đồng.",
        "The till holds {held} dong; {amount} dong cannot be handed over.",
    ),
    "cash_unknown": (
        "Không có lần bàn giao tiền nào ở bản ghi {entry}.",
        "No cash was handed over in entry {entry}.",
    ),
    "cash_signed_by_one": (
        "Bàn giao tiền cần hai người; {officer} không tự nhận của mình.",
        "Cash is handed over between two people; {officer} cannot take it from himself.",
    ),
    "rated_before": (
        "Hồ sơ {code} đã có ý kiến của người dân.",
        "Dossier {code} has its rating already.",
    ),
    "day_in_future": (
        "Ngày {day} chưa tới.",
        "The day {day} has not come yet.",
    ),
    "period_backwards": (
        "Ngày đầu {first} sau ngày cuối {last}.",
        "The first day {first} is after the last, {last}.",
    ),
    "nothing_on_record": (
        "Đến hết ngày {day} sổ chưa có bản ghi nào; chọn một ngày sau đó.",
        "Nothing is on record up to {day}; choose a later day.",
    ),
    "day_unaccounted": (
        "Còn {count} hồ sơ chưa rõ: xử lý, hoặc ghi lý do rồi kết thúc ngày. Chưa ghi gì.",
        "{count} dossiers are not accounted for: deal with them, or give a reason. Nothing was stored.",
    ),
    "seal_unread": (
        "Không đọc được niêm phong; quét lại mã QR trên tờ ngày.",
        "That is no seal of a day; scan the QR of the day sheet again.",
    ),
    "list_unreadable": (
        "Danh sách thiếu cột mã hồ sơ, mã TTHC, chủ hồ sơ hoặc ngày tiếp nhận; chưa ghi gì, hãy chỉ tên cột.",
        "The list lacks dossier code, procedure code, applicant or day received; nothing stored, name them.",
    ),
    "listed_twice": (
        "Mã {value} đã có ở dòng {first} của danh sách này; chỉ xét dòng ấy.",
        "The code {value} stands in row {first} of this list already; only that one counts.",
    ),
    "like_one_here": (
        "Giống hồ sơ {code} nhận ở đây, chưa có mã của tỉnh: gắn mã {value} cho nó rồi nhận lại danh sách.",
        "Like {code}, received here without the province's code: give it {value}, take the list in again.",
    ),
    "nothing_behind": (
        "Danh sách của tỉnh nhận lần cuối không có hồ sơ nào xong ở đây mà tỉnh ghi chưa xong: không có gì để in.",
        "The province's last list has no dossier done here and open there: there is nothing to print.",
    ),
    "retention_permanent": (
        "Hồ sơ {code} thuộc loại lưu vĩnh viễn hoặc danh mục chưa đặt thời hạn lưu; chưa xóa gì.",
        "Dossier {code} is kept for ever, or the catalogue sets no retention; nothing was erased.",
    ),
    "retention_runs": (
        "Hồ sơ {code} còn phải lưu, sớm nhất ngày {day} mới được xóa; chưa xóa gì.",
        "Dossier {code} must be kept; its facts may go on {day} at the earliest; nothing was erased.",
    ),
    "dossier_erased": (
        "Dữ kiện cá nhân của hồ sơ {code} đã xóa khi hết hạn lưu; nhật ký còn ghi ai quyết định.",
        "The personal facts of dossier {code} went when its retention was over; the journal says by whom.",
    ),
}
