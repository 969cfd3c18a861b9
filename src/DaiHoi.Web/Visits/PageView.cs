using System.Runtime.InteropServices;

namespace DaiHoi.Web.Visits;

/// <summary>One page view: who, as a keyed hash, and when, in seconds since 1970.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct PageView(ulong Visitor, long Second);
