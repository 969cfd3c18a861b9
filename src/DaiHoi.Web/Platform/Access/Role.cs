namespace DaiHoi.Web.Platform.Access;

/// <summary>What somebody may be asked to do. A role is granted on an organisation and holds for all that is below it.</summary>
public enum Role
{
    /// <summary>Quản trị viên: accounts, settings, the frame of the portal.</summary>
    Administrator,

    /// <summary>Người duyệt đăng: publishes and withdraws.</summary>
    Publisher,

    /// <summary>Biên tập viên: checks and approves.</summary>
    Editor,

    /// <summary>Phóng viên: writes.</summary>
    Reporter,

    /// <summary>Người giám sát: reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>Cán bộ nhập liệu: enters what happened in an organisation.</summary>
    Officer,

    /// <summary>Người kiểm duyệt: accepts or returns what was entered below.</summary>
    Checker,

    /// <summary>Lãnh đạo: reads where things stand.</summary>
    Head,
}
