using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DaiHoi.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OrganisationsThroughTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "organisation",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "contacts",
                table: "organisation",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "folded",
                table: "organisation",
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "organisation",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "members",
                table: "organisation",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rule_set",
                table: "organisation",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "short_name",
                table: "organisation",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "valid_from",
                table: "organisation",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "valid_to",
                table: "organisation",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "organisation_change",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    on_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    organisation_id = table.Column<long>(type: "INTEGER", nullable: true),
                    decision = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: true),
                    account_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_change", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisation_change_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisation_version",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    organisation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    short_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    parent_id = table.Column<long>(type: "INTEGER", nullable: true),
                    change_id = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_version", x => x.id);
                    table.CheckConstraint("ck_organisation_version_days", "valid_to >= valid_from");
                    table.ForeignKey(
                        name: "fk_organisation_version_organisation_change_change_id",
                        column: x => x.change_id,
                        principalTable: "organisation_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organisation_version_organisation_change_ended_by_id",
                        column: x => x.ended_by_id,
                        principalTable: "organisation_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organisation_version_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organisation_version_organisation_parent_id",
                        column: x => x.parent_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_organisation_days",
                table: "organisation",
                sql: "valid_to >= valid_from");

            migrationBuilder.AddCheckConstraint(
                name: "ck_organisation_members_not_negative",
                table: "organisation",
                sql: "members >= 0");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_change_on_day",
                table: "organisation_change",
                column: "on_day");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_change_organisation_id",
                table: "organisation_change",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_version_change_id",
                table: "organisation_version",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_version_ended_by_id",
                table: "organisation_version",
                column: "ended_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_version_parent_valid_from",
                table: "organisation_version",
                columns: new[] { "parent_id", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "ux_organisation_version_organisation_valid_from",
                table: "organisation_version",
                columns: new[] { "organisation_id", "valid_from" },
                unique: true);

            // Levels were names of an enumeration and are codes now; what is there has been there since ever.
            migrationBuilder.Sql(
                "update organisation set level = case level when 'SubGrassroots' then 'sub-grassroots' else lower(level) end;");
            migrationBuilder.Sql($"update organisation set folded = {FoldedInSql.Of("name")};");
            migrationBuilder.Sql(
                """
                update organisation set rule_set = 'vn-2025'
                where parent_id in (select id from organisation where parent_id is null);
                """);
            migrationBuilder.Sql(
                """
                insert into organisation_version (organisation_id, valid_from, name, kind, level, parent_id)
                select id, '0001-01-01', name, kind, level, parent_id from organisation;
                """);
        }


        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                update organisation set level = case level when 'sub-grassroots' then 'SubGrassroots'
                else upper(substr(level, 1, 1)) || substr(level, 2) end;
                """);

            migrationBuilder.DropTable(
                name: "organisation_version");

            migrationBuilder.DropTable(
                name: "organisation_change");

            migrationBuilder.DropCheckConstraint(
                name: "ck_organisation_days",
                table: "organisation");

            migrationBuilder.DropCheckConstraint(
                name: "ck_organisation_members_not_negative",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "address",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "contacts",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "folded",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "members",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "rule_set",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "short_name",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "valid_from",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "valid_to",
                table: "organisation");
        }
    }
}
