"""Sentences of refused changes of the calendar: (Vietnamese, English); among all the others in `sentences`."""

CALENDAR: dict[str, tuple[str, str]] = {
    "notice_unreadable": (
        "Không đọc được tệp lịch nghỉ: cần tệp CSV có các cột {columns}.",
        "The notice cannot be read: it must be a CSV file with the columns {columns}.",
    ),
    "calendar_years_broken": (
        "Các năm của lịch phải liền nhau.",
        "The years of the calendar must follow one another.",
    ),
    "hours_unreadable": (
        "Không đọc được “{value}”; viết như 07:30-11:30, 13:00-17:00.",
        "“{value}” cannot be read; write 07:30-11:30, 13:00-17:00.",
    ),
    "hours_end_before_start": (
        "Khung giờ {opens}-{closes} kết thúc trước khi bắt đầu.",
        "The hours {opens}-{closes} end before they start.",
    ),
    "hours_overlap": (
        "Khung giờ {opens}-{closes} trùng với khung {other} cùng ngày trong tuần.",
        "The hours {opens}-{closes} overlap {other} on the same weekday.",
    ),
    "hours_missing": (
        "Lịch phải còn ít nhất một khung giờ tính hạn.",
        "At least one counting stretch of office hours must remain.",
    ),
    "day_twice": (
        "Ngày {on} có hai dòng; mỗi ngày chỉ nghỉ hoặc làm bù.",
        "The day {on} stands twice; a day is either off or made up.",
    ),
    "year_twice": (
        "Năm {year} có hai dòng; mỗi năm chỉ một dòng.",
        "The year {year} stands twice; a year has one line.",
    ),
    "notice_line_too_long": (
        "Dòng có nhiều ô hơn {columns} cột của hàng đầu; ô có dấu phẩy cần đặt trong ngoặc kép.",
        "The line has more cells than the {columns} columns of the head; a cell with a comma needs quotes.",
    ),
    "day_outside_years": (
        "Ngày {on} thuộc năm chưa có trong lịch; thêm năm đó trước.",
        "The day {on} lies in a year the calendar does not have; add the year first.",
    ),
    "makeup_on_working_day": (
        "Ngày {on} vốn là ngày làm việc, không thể là ngày làm bù.",
        "The day {on} is worked anyway and cannot be a make-up day.",
    ),
    "due_times_moved": (
        "Hạn của {count} hồ sơ đang mở sẽ đổi; xem danh sách rồi đồng ý. Chưa ghi gì.",
        "The due times of {count} open dossiers would move; look at them and agree. Nothing was written.",
    ),
    "calendar_changed": (
        "Máy khác vừa đổi lịch; xem lại lịch rồi làm lại. Chưa ghi gì.",
        "Another counter has just changed the calendar; look at it again. Nothing was written.",
    ),
    "called_off": ("Đã dừng giữa chừng; chưa ghi gì.", "Called off half way; nothing was written."),
}
