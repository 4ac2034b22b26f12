"""Sentences of refused steps, and the words of the steps: (Vietnamese, English)."""

from onestop_desktop.domain.lifecycle import Role, Step

STEPS: dict[Step, tuple[str, str]] = {
    Step.OPEN_DESK: ("Mở sổ", "Desk opened"),
    Step.CHANGE_DESK: ("Đổi thiết lập", "Settings changed"),
    Step.IMPORT_CATALOGUE: ("Nhập danh mục thủ tục", "Catalogue imported"),
    Step.IMPORT_PROVINCE: ("Nhận danh sách của tỉnh", "The province's list taken in"),
    Step.CHANGE_CALENDAR: ("Đổi lịch làm việc", "Calendar changed"),
    Step.DELEGATE: ("Ghi ủy quyền", "Delegation recorded"),
    Step.SPOIL_NUMBER: ("Ghi hỏng số chứng thực", "Certification number spoilt"),
    Step.OPEN_VOLUME: ("Mở quyển sổ mới", "New volume opened"),
    Step.CLOSE_BOOK: ("Khóa sổ năm", "Book closed for the year"),
    Step.HAND_CASH: ("Bàn giao tiền mặt", "Cash handed over"),
    Step.CLOSE_DAY: ("Kết thúc ngày", "Day closed"),
    Step.CHANGE_ACCOUNT: ("Đổi tài khoản", "Account changed"),
    Step.SIGN_IN: ("Đăng nhập", "Signed in"),
    Step.FAIL_SIGN_IN: ("Đăng nhập sai", "Sign-in failed"),
    Step.DENY: ("Bị từ chối quyền", "Not allowed"),
    Step.VIEW: ("Xem hồ sơ", "Record viewed"),
    Step.PARK: ("Để tạm", "Put aside"),
    Step.EXPORT: ("Xuất dữ liệu", "Exported"),
    Step.BACK_UP: ("Sao lưu", "Backed up"),
    Step.RESTORE: ("Khôi phục", "Restored"),
    Step.CONFIRM_CLOCK: ("Xác nhận đồng hồ", "Clock confirmed"),
    Step.NOTICE: ("Ra thông báo khi chưa tiếp nhận", "Notice before reception"),
    Step.RECEIVE: ("Tiếp nhận", "Received"),
    Step.PRINT: ("In phiếu", "Printed"),
    Step.BIND_OFFICIAL_CODE: ("Gắn mã của tỉnh", "Official code bound"),
    Step.TAKE_FEE: ("Thu phí", "Fee taken"),
    Step.REFUND: ("Hoàn phí", "Fee refunded"),
    Step.RATE: ("Ý kiến của người dân", "The citizen's rating"),
    Step.ERASE: ("Xóa dữ kiện cá nhân", "Personal facts erased"),
    Step.RECOMPUTE: ("Tính lại hạn", "Due time recomputed"),
    Step.HAND_OVER: ("Bàn giao", "Handed over"),
    Step.ACCEPT: ("Nhận bàn giao", "Accepted"),
    Step.PROPOSE: ("Trình lãnh đạo", "Put before the leader"),
    Step.SETTLE: ("Giải quyết", "Settled"),
    Step.STAMP: ("Vào số, đóng dấu", "Numbered and sealed"),
    Step.SEND_BACK: ("Trả lại chuyên viên", "Sent back"),
    Step.ASK_SUPPLEMENT: ("Yêu cầu bổ sung", "Supplement asked"),
    Step.SUPPLEMENTED: ("Đã bổ sung", "Supplemented"),
    Step.ASK_PAYMENT: ("Yêu cầu nộp lệ phí", "Payment asked"),
    Step.PAID: ("Đã nộp lệ phí", "Paid"),
    Step.LENGTHEN: ("Kéo dài để xác minh", "Lengthened for verification"),
    Step.EXTEND: ("Xin lỗi, hẹn lại", "Apology, new appointment"),
    Step.REFUSE: ("Từ chối", "Refused"),
    Step.WITHDRAW: ("Công dân rút hồ sơ", "Withdrawn"),
    Step.STOP: ("Dừng theo yêu cầu", "Stopped on request"),
    Step.VOID: ("Hủy tiếp nhận nhầm", "Voided"),
    Step.RETURN_RESULT: ("Trả kết quả", "Result returned"),
    Step.CORRECT: ("Đính chính", "Corrected"),
    Step.UNDO: ("Hoàn tác", "Taken back"),
}
ROLES: dict[Role, tuple[str, str]] = {
    Role.DESK: ("cán bộ tiếp nhận", "desk officer"),
    Role.SPECIALIST: ("chuyên viên", "specialist"),
    Role.LEADER: ("lãnh đạo", "leader"),
    Role.CLERK: ("văn thư", "clerk"),
    Role.ADMINISTRATOR: ("quản trị", "administrator"),
    Role.AUDITOR: ("người kiểm tra", "auditor"),
}
REFUSED_STEPS: dict[str, tuple[str, str]] = {
    "step_impossible": (
        "Hồ sơ đang “{state}”, không làm được “{step}”. Làm được: {possible}.",
        "The dossier is “{state}”, “{step}” cannot be done. What can be: {possible}.",
    ),
    "role_not_allowed": (
        "“{step}” là việc của {roles}, không phải của {role}; chưa ghi gì.",
        "“{step}” is for {roles}, not for a {role}; nothing was stored.",
    ),
    "nothing_handed_over": (
        "Chưa ai bàn giao hồ sơ {code}; {holder} đang giữ.",
        "Nobody has handed dossier {code} over; {holder} has it.",
    ),
    "settles_own_reception": (
        "{officer} đã tiếp nhận hồ sơ {code} nên không tự giải quyết khi chưa có ủy quyền.",
        "{officer} received dossier {code} and cannot settle it without a delegation.",
    ),
    "delegation_missing": (
        "{officer} cần ủy quyền của lãnh đạo để giải quyết hồ sơ {code}.",
        "{officer} needs a leader's delegation to settle dossier {code}.",
    ),
    "delegation_not_covering": (
        "Không có ủy quyền số {number} cho cán bộ, thủ tục và ngày này.",
        "There is no delegation {number} for this officer, procedure and day.",
    ),
    "delegation_taken": (
        "Đã có ủy quyền số {number}; mỗi số chỉ ghi một lần.",
        "The delegation {number} stands already; each number is recorded once.",
    ),
    "supplement_asked_before": (
        "Hồ sơ {code} đã yêu cầu bổ sung một lần; lần hai cần lãnh đạo cho phép và nêu lý do.",
        "Dossier {code} was asked for papers once; a second time needs a leader and his reason.",
    ),
    "apology_given_before": (
        "Hồ sơ {code} đã hẹn lại một lần; lần hai cần lãnh đạo cho phép và nêu lý do.",
        "Dossier {code} has had a new appointment; a second one needs a leader and his reason.",
    ),
    "promise_not_later": (
        "Giờ hẹn mới phải sau giờ đã hẹn ({promised}) và sau bây giờ.",
        "The new appointment must be later than {promised} and than now.",
    ),
    "promise_outside_hours": (
        "Giờ hẹn mới {moment} nằm ngoài giờ làm việc.",
        "The new appointment {moment} is outside office hours.",
    ),
    "void_too_late": (
        "Hồ sơ {code} nhận từ hôm trước: chỉ lãnh đạo cho phép và nêu lý do mới hủy được.",
        "Dossier {code} was received on an earlier day: voiding needs a leader and his reason.",
    ),
    "nothing_to_undo": (
        "Hồ sơ {code} không có bước nào hoàn tác được.",
        "Dossier {code} has no step that can be taken back.",
    ),
    "step_of_another": (
        "Bước cuối “{step}” là của {officer}; chỉ người đó hoàn tác được.",
        "The last step “{step}” is {officer}'s; nobody else can take it back.",
    ),
    "undo_too_late": (
        "“{step}” làm từ hôm trước, không hoàn tác được nữa; hãy đính chính.",
        "“{step}” was done on an earlier day and cannot be taken back; correct it instead.",
    ),
    "nothing_corrected": (
        "Đính chính hồ sơ {code} không có gì khác; chưa ghi gì.",
        "The correction of dossier {code} changes nothing; nothing was stored.",
    ),
    "notice_missing": (
        "Hồ sơ {code} chưa có mẫu {form}: chưa làm bước ra mẫu đó.",
        "Dossier {code} has no form {form}: the step that makes it was not done.",
    ),
    "notice_by_portal": (
        "Hồ sơ {code} nộp trực tuyến: Cổng dịch vụ công ra thông báo, quầy không in.",
        "Dossier {code} came online: the portal gives that notice, the desk prints none.",
    ),
    "no_notice": (
        "Mục {entry} của nhật ký không phải thông báo nào.",
        "Entry {entry} of the journal is no notice.",
    ),
    "dossier_moved": (
        "Hồ sơ {code} vừa được {officer} làm “{step}” lúc {when}; xem lại rồi làm tiếp.",
        "{officer} has just taken “{step}” on dossier {code} ({when}); look again, then go on.",
    ),
    "hands_to_self": (
        "Hồ sơ {code} đang ở chính {officer}; chọn người nhận khác.",
        "{officer} already has dossier {code}; name another receiver.",
    ),
    "receiver_not_applicant": (
        "{receiver} không phải chủ hồ sơ ({applicant}): chọn “Người được ủy quyền” và ghi giấy tờ.",
        "{receiver} is not the applicant ({applicant}): choose “proxy” and note the paper.",
    ),
    "receiver_identity_differs": (
        "Số {identity} khác số định danh của chủ hồ sơ đã ghi khi tiếp nhận.",
        "The number {identity} is not the applicant's as recorded at the reception.",
    ),
    "result_in_future": (
        "Ngày của kết quả ({day}) còn ở tương lai; chưa ghi gì.",
        "The day of the result ({day}) lies in the future; nothing was stored.",
    ),
    "proposal_stands": (
        "Hồ sơ {code} đang trình lãnh đạo; trả lại trước rồi đính chính thủ tục.",
        "Dossier {code} lies before the leader; send it back before correcting the procedure.",
    ),
    "delegates_to_self": (
        "{officer} không tự ủy quyền cho mình.",
        "{officer} cannot delegate to himself.",
    ),
    "delegation_ends_before": (
        "Ngày hết hạn ủy quyền trước ngày bắt đầu {first}.",
        "The delegation ends before it begins ({first}).",
    ),
    "slip_of_another_desk": (
        "Phiếu {code} không phải của quầy này.",
        "The slip {code} is not this desk's.",
    ),
    "already_returned": (
        "Hồ sơ {code} đã trả kết quả {when} cho {receiver}.",
        "The result of dossier {code} was returned {when} to {receiver}.",
    ),
}
