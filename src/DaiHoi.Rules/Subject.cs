namespace DaiHoi.Rules;

/// <summary>What a decision is about.</summary>
public enum Subject
{
    Base,
    Threshold,
    Quorum,
    BallotsIssued,
    Form,
    Surplus,
    PreparedList,
    FloorSupport,
    OutsideList,
    Valid,
    Elected,
    Tie,
    Round,
    Next,
    SecretaryDirect,
    CandidatesFrom,
    KindOfCongress,
    BranchCommittee,
    Summons,
    Replacement,
    DelegateLimit,
    Allocation,
    AppointedShare,
    Window,
    Duration,
    PreparatorySession,
    Transition,
    Overdue,
    Deadline,
    Aim,
}

/// <summary>The heading of each subject.</summary>
public static class Subjects
{
    public static Words Heading(this Subject subject) =>
        subject switch
        {
            Subject.Base => new("Tổng số để tính kết quả", "Base of the count"),
            Subject.Threshold => new("Số phiếu tối thiểu để trúng cử", "Least votes that elect"),
            Subject.Quorum => new("Số đại biểu tối thiểu để tiến hành", "Quorum"),
            Subject.BallotsIssued => new("Số phiếu phát ra", "Ballots issued"),
            Subject.Form => new("Mẫu phiếu bầu", "Form of the ballot"),
            Subject.Surplus => new("Số dư", "Surplus"),
            Subject.PreparedList => new("Danh sách do cấp triệu tập chuẩn bị", "List prepared by the summoning committee"),
            Subject.FloorSupport => new("Đưa người được đề cử, ứng cử tại đại hội vào danh sách", "Nominee from the floor"),
            Subject.OutsideList => new("Đề cử, ứng cử ngoài danh sách", "Standing outside the prepared list"),
            Subject.Valid => new("Phiếu hợp lệ, phiếu không hợp lệ", "Valid and invalid ballots"),
            Subject.Elected => new("Người trúng cử", "Who is elected"),
            Subject.Tie => new("Số phiếu bằng nhau", "Tie"),
            Subject.Round => new("Lần bầu", "Number of the ballot"),
            Subject.Next => new("Việc tiếp theo", "What comes next"),
            Subject.SecretaryDirect => new("Bầu trực tiếp bí thư", "Direct election of the secretary"),
            Subject.CandidatesFrom => new("Người được bầu chọn từ", "From whom one is elected"),
            Subject.KindOfCongress => new("Loại đại hội", "Kind of congress"),
            Subject.BranchCommittee => new("Cấp ủy của chi bộ", "Committee of a branch"),
            Subject.Summons => new("Triệu tập đại biểu", "Summoning a delegate"),
            Subject.Replacement => new("Đại biểu dự khuyết thay thế", "Replacement by an alternate"),
            Subject.DelegateLimit => new("Số lượng đại biểu", "Number of delegates"),
            Subject.Allocation => new("Phân bổ đại biểu", "Allocation of delegates"),
            Subject.AppointedShare => new("Đại biểu chỉ định", "Appointed delegates"),
            Subject.Window => new("Thời gian tiến hành đại hội", "Campaign window"),
            Subject.Duration => new("Số ngày đại hội", "Length of the congress"),
            Subject.PreparatorySession => new("Phiên trù bị", "Preparatory session"),
            Subject.Transition => new("Chuyển trạng thái", "Change of status"),
            Subject.Overdue => new("Quá hạn", "Overdue"),
            Subject.Deadline => new("Thời hạn", "Deadline"),
            Subject.Aim => new("Chỉ tiêu cơ cấu", "Composition aim"),
            _ => throw new ArgumentOutOfRangeException(nameof(subject)),
        };
}
