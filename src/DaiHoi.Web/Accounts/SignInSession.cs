using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Accounts;

/// <summary>A browser in which an account is signed in, until it signs out, is signed out, or lies idle too long.</summary>
internal sealed class SignInSession
{
    /// <summary>A session that nobody uses ends after so long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    /// <summary>SHA-256 of what the cookie holds: who reads the table cannot sign in with it.</summary>
    public required string KeyHash { get; init; }
    public required long AccountId { get; init; }
    public required DateTime StartedAt { get; init; }

    /// <summary>At most a minute behind.</summary>
    public required DateTime SeenAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>What the browser calls itself, for its owner to know it by.</summary>
    public required string Browser { get; init; }
    public required string Address { get; init; }

    /// <summary>How: "password", "password+code", "password+recovery", "passkey".</summary>
    public required string Means { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<SignInSession>
    {
        public void Configure(EntityTypeBuilder<SignInSession> builder)
        {
            builder.ToTable("sign_in_session");
            builder.HasKey(s => s.KeyHash);
            builder.Property(s => s.KeyHash).HasMaxLength(64);
            builder.Property(s => s.Browser).HasMaxLength(300);
            builder.Property(s => s.Address).HasMaxLength(64);
            builder.Property(s => s.Means).HasMaxLength(32);
            builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
            builder.HasIndex(s => new { s.AccountId, s.EndedAt }).HasDatabaseName("ix_sign_in_session_account");
        }
    }
}
