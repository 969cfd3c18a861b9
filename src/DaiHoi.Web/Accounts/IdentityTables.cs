using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Accounts;

/// <summary>The tables that ASP.NET Core Identity keeps beside an account.</summary>
internal static class IdentityTables
{
    internal sealed class Claims : IEntityTypeConfiguration<IdentityUserClaim<long>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> builder)
        {
            builder.ToTable("account_claim");
            builder.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId);
        }
    }

    internal sealed class Logins : IEntityTypeConfiguration<IdentityUserLogin<long>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> builder)
        {
            builder.ToTable("account_login");
            builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            builder.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId);
        }
    }

    /// <summary>The secret of the one-time codes, and the recovery codes.</summary>
    internal sealed class Tokens : IEntityTypeConfiguration<IdentityUserToken<long>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserToken<long>> builder)
        {
            builder.ToTable("account_token");
            builder.HasKey(t => new
            {
                t.UserId,
                t.LoginProvider,
                t.Name,
            });
            builder.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId);
        }
    }

    internal sealed class Passkeys : IEntityTypeConfiguration<IdentityUserPasskey<long>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> builder)
        {
            builder.ToTable("account_passkey");
            builder.HasKey(p => p.CredentialId);
            builder.Property(p => p.CredentialId).HasMaxLength(1024);
            builder.OwnsOne(p => p.Data).ToJson("data");
            builder.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId);
        }
    }
}
