using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DaiHoi.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class VotedCredentialReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "delegate_complaint",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    congress_id = table.Column<long>(type: "INTEGER", nullable: false),
                    delegate_id = table.Column<long>(type: "INTEGER", nullable: false),
                    about = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    conclusion = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    settled_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegate_complaint", x => x.id);
                    table.CheckConstraint("ck_delegate_complaint_settled_whole", "(settled_at is null) = (outcome is null) and (settled_at is null) = (settled_by_name is null)");
                    table.ForeignKey(
                        name: "fk_delegate_complaint_congress_congress_id",
                        column: x => x.congress_id,
                        principalTable: "congress",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_delegate_complaint_listed_delegate_delegate_id",
                        column: x => x.delegate_id,
                        principalTable: "listed_delegate",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "voted_credential_report",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    congress_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hand_vote_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voted_credential_report", x => x.id);
                    table.ForeignKey(
                        name: "fk_voted_credential_report_congress_congress_id",
                        column: x => x.congress_id,
                        principalTable: "congress",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_voted_credential_report_hand_vote_hand_vote_id",
                        column: x => x.hand_vote_id,
                        principalTable: "hand_vote",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_delegate_complaint_congress",
                table: "delegate_complaint",
                column: "congress_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegate_complaint_delegate_id",
                table: "delegate_complaint",
                column: "delegate_id");

            migrationBuilder.CreateIndex(
                name: "ix_voted_credential_report_congress",
                table: "voted_credential_report",
                column: "congress_id");

            migrationBuilder.CreateIndex(
                name: "ux_voted_credential_report_vote",
                table: "voted_credential_report",
                column: "hand_vote_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delegate_complaint");

            migrationBuilder.DropTable(
                name: "voted_credential_report");
        }
    }
}
